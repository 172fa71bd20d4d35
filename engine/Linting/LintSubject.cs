using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Linting;

/// <summary>A file that is linted, and all that can be asked about it.</summary>
/// <param name="File">The file.</param>
/// <param name="Read">Its text and documents.</param>
/// <param name="Library">The library that it was loaded into.</param>
/// <param name="Options">What findings depend on besides.</param>
internal sealed record LintSubject(PolicyFile File, ReadResult Read, RuleLibrary Library, LintOptions Options)
{
    /// <summary>The rule set that the file holds, or null.</summary>
    public RuleSet? Set { get; } = Library.RuleSets.FirstOrDefault(set => set.Location.Path == File.Path);

    /// <summary>The document of a file that has only one, or null.</summary>
    public MappingNode? Root => Read.Documents is [MappingNode root] ? root : null;

    /// <summary>Whether the file has a name of its own, and isn't standard input.</summary>
    public bool IsNamed => File.Path != StandardInput;

    /// <summary>What the rules of the set can come to.</summary>
    public SetSpace? Space { get; } = Library.RuleSets.FirstOrDefault(set => set.Location.Path == File.Path) is { } set ? new(set, Library) : null;

    private const string StandardInput = "-.rules.yaml";
}
