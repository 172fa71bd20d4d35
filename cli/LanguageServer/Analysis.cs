using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Symbols;
using PolicyCheck.Testing;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>What is known of the author's files at one moment. A file that can't be read while it is being typed counts as it was before.</summary>
internal sealed class Analysis
{
    private readonly ILookup<string, Diagnostic> _diagnostics;
    private readonly ImmutableDictionary<string, PolicyFile> _readable;
    private readonly ImmutableHashSet<string> _outdated;

    private Analysis(ImmutableArray<PolicyFile> files, DocumentCache documents, Func<string, PolicyFile?> open, Analysis? before)
    {
        var torn = files.Where(file => IsTorn(documents.Read(file))).ToList();
        _outdated = [.. torn.Select(file => file.Path)];
        ImmutableArray<PolicyFile> counted = [.. files.Select(file => _outdated.Contains(file.Path) ? before?._readable.GetValueOrDefault(file.Path) : file).OfType<PolicyFile>()];
        _readable = counted.ToImmutableDictionary(file => file.Path, StringComparer.Ordinal);
        Library = RuleLibraryLoader.LoadAgain([.. counted.Where(file => file.IsRuleSet || file.IsVocabulary)], documents);
        Sound = Library.HasErrors ? before?.Sound : Library;
        Symbols = SymbolTable.Of(counted.SelectMany(file => documents.Read(file).Documents.Select(document => (file, document))));
        var manifests = counted.Where(file => file.IsManifest).Select(file => ManifestReader.Read(documents.Read(file), Library.Vocabulary, digest: "")).ToList();
        Manifests = Library.HasErrors ? before?.Manifests ?? [] : [.. manifests.SelectMany(file => file.Manifests)];
        Files = [.. files.Where(file => !_outdated.Contains(file.Path))];
        Tests = Sound is { } sound ? [.. counted.Where(file => file.IsTest).Select(file => TestFileReader.Read(file, sound, path => open(Path.GetFullPath(path, Path.GetDirectoryName(file.Path) ?? "/").Replace('\\', '/'))))] : [];
        _diagnostics = Library.Diagnostics
            .Concat(manifests.SelectMany(file => file.Diagnostics))
            .Concat(Tests.SelectMany(file => file.Diagnostics.Where(diagnostic => diagnostic.Location.Path == file.Path)))
            .Where(diagnostic => !_outdated.Contains(diagnostic.Location.Path))
            .Concat(torn.SelectMany(file => documents.Read(file).Diagnostics))
            .Distinct()
            .ToLookup(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal);
    }

    /// <summary>The rules, with whatever is wrong with them.</summary>
    public RuleLibrary Library { get; }

    /// <summary>The rules when they last had no error, or null.</summary>
    public RuleLibrary? Sound { get; }

    /// <summary>The names in all files.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>The manifests without errors, in ordinal order of their files, read with the vocabulary of the sound rules.</summary>
    public ImmutableArray<Manifest> Manifests { get; }

    /// <summary>The files that can be read as they stand.</summary>
    public ImmutableArray<PolicyFile> Files { get; }

    /// <summary>The tests, read with the sound rules.</summary>
    public ImmutableArray<TestFile> Tests { get; }

    /// <summary>Looks at files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="documents">The documents that were read before.</param>
    /// <param name="open">Finds a file by its absolute path.</param>
    /// <param name="before">What was known before them.</param>
    public static Analysis Of(ImmutableArray<PolicyFile> files, DocumentCache documents, Func<string, PolicyFile?> open, Analysis? before) => new(files, documents, open, before);

    /// <summary>What is wrong with a file, in the order of its text.</summary>
    /// <param name="path">Its path.</param>
    public ImmutableArray<Diagnostic> DiagnosticsOf(string path) => DiagnosticBag.Sort(_diagnostics[path]);

    /// <summary>The files that what rules and tests say follows from: those of the rules, of all that override them or are overridden, the vocabulary, and the tests with their manifests.</summary>
    /// <param name="library">The rules.</param>
    /// <param name="sets">The rule sets that matter.</param>
    /// <param name="tests">The tests that matter.</param>
    public ImmutableArray<PolicyFile> Grounds(RuleLibrary library, IEnumerable<RuleSet> sets, IEnumerable<TestFile> tests)
    {
        var paths = TestLibrary.Around(library, sets).RuleSets.Select(set => set.Location.Path).ToHashSet(StringComparer.Ordinal);
        return [.. _readable.Values.Where(file => file.IsVocabulary || paths.Contains(file.Path)).Concat(tests.SelectMany(test => test.Manifests.Prepend(test.Source))).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>Whether what is known of a file is older than its text.</summary>
    /// <param name="path">Its path.</param>
    public bool IsOutdated(string path) => _outdated.Contains(path);

    private static bool IsTorn(ReadResult read) => read.Documents.IsEmpty || read.Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error);
}
