using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Binding;

/// <summary>Collects the diagnostics of one binding, so that all of them are told and not only the first.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Whether an error was added.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds one diagnostic.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        HasErrors |= diagnostic.Level == DiagnosticLevel.Error;
        _diagnostics.Add(diagnostic);
    }

    /// <summary>Adds several.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>Adds an error.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="cure">What to do about it.</param>
    public void Error(string code, Location location, string message, string cure) =>
        Add(Diagnostic.Error(code, location, message, cure));

    /// <summary>What was added: by path in ordinal order, then by position.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _diagnostics.Count == 0 ? [] : Sort(_diagnostics);

    /// <summary>Sorts diagnostics by path in ordinal order, then by position, then by code.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.Span.Start)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)];
}
