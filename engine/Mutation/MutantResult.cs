namespace PolicyCheck.Mutation;

/// <summary>What became of a mutant.</summary>
public enum Fate
{
    /// <summary>A case told it from the rule.</summary>
    Killed,

    /// <summary>No deployment tells it from the rule on any day, so no case can.</summary>
    Equivalent,

    /// <summary>No case told it, and the test file accepts that with a reason.</summary>
    Accepted,

    /// <summary>No case told it.</summary>
    Survived,
}

/// <summary>A mutant and what became of it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Sentence">What no case notices, and what would.</param>
/// <param name="Reason">Why it is accepted, or null.</param>
/// <param name="Path">The file in which the change is told.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Killer">A case that tells it, as an item of a test file's <c>cases</c>; null where none is needed or none was found.</param>
public sealed record MutantResult(string Id, Fate Fate, string Sentence, string? Reason, string Path, int Line, int Column, string? Killer);
