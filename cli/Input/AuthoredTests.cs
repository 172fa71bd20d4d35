using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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
/// <param name="Vocabularies">The author's vocabularies.</param>
internal sealed record AuthoredTests(RuleLibrary Library, ImmutableArray<RuleSet> Own, ImmutableArray<TestFile> Files, ImmutableArray<PolicyFile> Vocabularies)
{
    /// <summary>What is wrong with the test files.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. Files.SelectMany(file => file.Diagnostics)];

    /// <summary>For each test file by its path a digest of all that its results depend on: itself, its manifests, the rules and vocabularies, and the other tests of its rule sets.</summary>
    public IReadOnlyDictionary<string, string> Keys()
    {
        var own = Files.ToDictionary(file => file.Path, OwnKey, StringComparer.Ordinal);
        return Files.ToDictionary(
            file => file.Path,
            file => Hash(Files.Where(other => other.RuleSets.Any(file.RuleSets.Contains)).Select(other => own[other.Path]).Prepend(own[file.Path])),
            StringComparer.Ordinal);
    }

    private string OwnKey(TestFile file) => Hash(TestLibrary.Around(Library, file.RuleSets).RuleSets.SelectMany(set => new[] { set.Location.Path, set.Digest })
        .Concat([file.Path, Hash(file.Source)])
        .Concat(file.Manifests.Concat(Vocabularies).Select(Hash)));

    private static string Hash(PolicyFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));

    private static string Hash(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    /// <summary>The rule sets whose coverage is measured: the author's, and those that lie beside their tests.</summary>
    public ImmutableArray<RuleSet> Measured => [.. Library.RuleSets.Where(set => Own.Contains(set) || Files.Any(file => file.OwnRuleSets.Contains(set)))];

    /// <summary>Makes sure that there is a test.</summary>
    /// <param name="paths">Where they were looked for.</param>
    /// <exception cref="CommandException">There is none.</exception>
    public void RequireAny(IReadOnlyList<string> paths)
    {
        if (Files.IsEmpty)
        {
            throw new CommandException(ExitCode.Usage, $"there is no test in {string.Join(", ", paths.DefaultIfEmpty("this folder"))}: tests of rules end in `_test.yaml`");
        }
    }

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
        return new(library, [.. library.RuleSets.Where(set => own.Contains(set.Location.Path))], files, [.. named.Concat(beside).Concat(further).Where(file => file.IsVocabulary)]);
    }

    private static PolicyFile? Open(string path, PolicyFile from, Surroundings surroundings)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(from.Path, surroundings.WorkingDirectory)) ?? surroundings.WorkingDirectory;
        var file = Input.Files.Name(Path.GetFullPath(path, folder), surroundings);
        return File.Exists(file.Full) ? new(file.Shown, Input.Files.Read(file, surroundings)) : null;
    }
}
