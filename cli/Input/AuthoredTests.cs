using System.Collections.Immutable;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Input;

/// <summary>An author's rule sets and their tests, as loaded.</summary>
/// <param name="Library">The rules, the built-in ones among them where the author's don't replace them.</param>
/// <param name="Own">The author's rule sets.</param>
/// <param name="Files">The test files.</param>
/// <param name="Diagnostics">What is wrong with the test files, and warnings about the rules.</param>
internal sealed record AuthoredTests(RuleLibrary Library, ImmutableArray<RuleSet> Own, ImmutableArray<TestFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether a test file was refused.</summary>
    public bool HasErrors => Files.Any(file => file.HasErrors);

    /// <summary>Loads rule sets and tests.</summary>
    /// <param name="paths">Files and folders; none means the working directory. Beside a test file named by itself its rules are found.</param>
    /// <param name="rules">Further folders of rules, which aren't tested themselves.</param>
    /// <param name="limits">How much is read of each file.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">A path doesn't exist, or a rule set has errors.</exception>
    public static AuthoredTests Load(IReadOnlyList<string> paths, IReadOnlyList<string> rules, ReadingLimits limits, Surroundings surroundings)
    {
        var named = AuthorFiles.Find(paths, surroundings);
        var beside = AuthorFiles.Beside(named, surroundings);
        ImmutableArray<PolicyFile> further = rules.Count == 0 ? [] : AuthorFiles.Find(rules, surroundings);
        var library = RuleFiles.Checked(RuleLibraryLoader.LoadAuthored([.. named.Concat(beside).Concat(further).DistinctBy(file => file.Path)], limits), surroundings);
        var own = named.Where(file => file.IsRuleSet).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<TestFile> files = [.. named.Where(file => file.IsTest).Select(file => TestFileReader.Read(file, library, path => Open(path, file, surroundings), limits))];
        return new(library, [.. library.RuleSets.Where(set => own.Contains(set.Location.Path))], files, [.. files.SelectMany(file => file.Diagnostics)]);
    }

    private static PolicyFile? Open(string path, PolicyFile from, Surroundings surroundings)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(from.Path, surroundings.WorkingDirectory)) ?? surroundings.WorkingDirectory;
        var file = Input.Files.Name(Path.GetFullPath(path, folder), surroundings);
        return File.Exists(file.Full) ? new(file.Shown, Input.Files.Read(file, surroundings)) : null;
    }
}
