using System.Collections.Immutable;
using PolicyCheck.Signing;

namespace PolicyCheck.Loading;

/// <summary>The rule sets, the vocabulary and the mappings of tables that come with the engine.</summary>
public static class BuiltInRules
{
    private const string RulesFolder = "rules/";
    private const string MappingsFolder = "mappings/";
    private const string IndexFolder = "index/";

    // Not static initialisers, which would wrap what they throw.
    private static readonly Lazy<Dictionary<string, string>> Names = new(() => typeof(BuiltInRules).Assembly.GetManifestResourceNames()
        .ToDictionary(name => name.Replace('\\', '/'), StringComparer.Ordinal));
    private static readonly Lazy<ImmutableArray<PolicyFile>> Verified = new(ReadAll);
    private static readonly Lazy<ImmutableArray<PolicyFile>> FilesBelow = new(() => Below(RulesFolder, ""));
    private static readonly Lazy<PolicyFile> ReadVocabulary = new(() => One(RulesFolder + "vocabulary.yaml"));
    private static readonly Lazy<RuleIndex> ReadIndex = new(() => RuleIndex.Read(One(IndexFolder + "rules.json").Content));
    private static readonly Lazy<ImmutableArray<PolicyFile>> MappingsBelow = new(() => Below(MappingsFolder, RulesFolder));

    /// <summary>The rule sets and the vocabulary, with paths as in the repository; verified against the digests that the program was made with.</summary>
    /// <exception cref="NotVerifiedException">A built-in file isn't the one that the program was made with.</exception>
    public static ImmutableArray<PolicyFile> Files => FilesBelow.Value;

    /// <summary>The mappings of tables, with paths as in the repository; verified like the rules.</summary>
    /// <exception cref="NotVerifiedException">A built-in file isn't the one that the program was made with.</exception>
    public static ImmutableArray<PolicyFile> Mappings => MappingsBelow.Value;

    /// <summary>The index of the rule sets; verified like them.</summary>
    /// <exception cref="NotVerifiedException">It isn't the one that the program was made with.</exception>
    public static RuleIndex Index => ReadIndex.Value;

    /// <summary>The vocabulary; verified like the rules.</summary>
    /// <exception cref="NotVerifiedException">It isn't the one that the program was made with.</exception>
    public static PolicyFile Vocabulary => ReadVocabulary.Value;

    /// <summary>The vocabulary and some of the rule sets; only these are read and verified.</summary>
    /// <param name="ids">The identifiers of the rule sets.</param>
    /// <exception cref="NotVerifiedException">One of the files isn't the one that the program was made with.</exception>
    public static ImmutableArray<PolicyFile> Some(IReadOnlySet<string> ids) =>
    [
        Vocabulary,
        .. Index.Entries.Where(entry => ids.Contains(entry.Id)).Select(entry => One(entry.Path)),
    ];

    /// <summary>The names of the mappings, of which nothing is read; so help can list them before anything is verified.</summary>
    public static ImmutableArray<string> MappingNames =>
        [.. Resources(MappingsFolder).Select(resource => new PolicyFile(resource.Path, default).Stem)];

    private static ImmutableArray<PolicyFile> Below(string folder, string parent) =>
    [
        .. Verified.Value
            .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))
            .Select(file => parent.Length == 0 ? file : new(parent + file.Path, file.Content)),
    ];

    private static ImmutableArray<PolicyFile> ReadAll()
    {
        ImmutableArray<PolicyFile> files =
        [
            .. Resources(RulesFolder).Concat(Resources(MappingsFolder)).Concat(Resources(IndexFolder)).Select(resource => new PolicyFile(resource.Path, Read(resource.Name))),
        ];
        BuiltInDigests.Verify(files);
        return files;
    }

    private static PolicyFile One(string path)
    {
        var file = new PolicyFile(path, Read(Names.Value[path]));
        BuiltInDigests.Verify(file);
        return file;
    }

    private static IEnumerable<(string Name, string Path)> Resources(string folder) => Names.Value
        .Select(resource => (Name: resource.Value, Path: resource.Key))
        .Where(resource => resource.Path.StartsWith(folder, StringComparison.Ordinal))
        .OrderBy(resource => resource.Path, StringComparer.Ordinal);

    private static byte[] Read(string name)
    {
        using var stream = typeof(BuiltInRules).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the built-in file {name} is missing from the assembly");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
