using System.Collections.Immutable;
using PolicyCheck.Loading;

namespace PolicyCheck.Cli.Input;

/// <summary>Finds the files of a policy author: rule sets, vocabularies, tests, manifests, mappings and waivers.</summary>
internal static class AuthorFiles
{
    /// <summary>The files of all paths named, each once, in ordinal order of their paths.</summary>
    /// <param name="named">Files, folders, or <c>-</c> for standard input, which is read as a rule set; none means the working directory.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">One of them doesn't exist, can't be read, or holds none of these kinds.</exception>
    public static ImmutableArray<PolicyFile> Find(IReadOnlyList<string> named, Surroundings surroundings) =>
    [
        .. (named.Count == 0 ? ["."] : named)
            .SelectMany(name => Find(name, surroundings))
            .Distinct()
            .OrderBy(file => file.Shown, StringComparer.Ordinal)
            .Select(file => new PolicyFile(file.IsStandardInput ? "-.rules.yaml" : file.Shown, Files.Read(file, surroundings))),
    ];

    /// <summary>The rule sets and vocabularies that lie in the folders of test files, as far as they weren't found already.</summary>
    /// <param name="found">The files found.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static ImmutableArray<PolicyFile> Beside(ImmutableArray<PolicyFile> found, Surroundings surroundings)
    {
        var known = found.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. found.Where(file => file.IsTest)
                .Select(file => Path.GetDirectoryName(Path.GetFullPath(file.Path, surroundings.WorkingDirectory)))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .SelectMany(folder => Directory.EnumerateFiles(folder))
                .Where(file => new PolicyFile(file, default) is { IsRuleSet: true } or { IsVocabulary: true })
                .Select(file => Files.Name(file, surroundings))
                .Where(file => !known.Contains(file.Shown))
                .OrderBy(file => file.Shown, StringComparer.Ordinal)
                .Select(file => new PolicyFile(file.Shown, Files.Read(file, surroundings))),
        ];
    }

    /// <summary>Whether a file is a rule set, a test, a manifest, a vocabulary, a mapping or waivers by its name.</summary>
    /// <param name="path">The file.</param>
    public static bool IsKnown(string path) => new PolicyFile(path, default) is { IsRuleSet: true } or { IsTest: true } or { IsManifest: true } or { IsVocabulary: true } or { IsMapping: true } or { IsWaivers: true };

    private static IEnumerable<FilePath> Find(string name, Surroundings surroundings)
    {
        if (name == "-")
        {
            return [FilePath.StandardInput];
        }

        var file = Files.Name(name, surroundings);
        if (File.Exists(file.Full))
        {
            return IsKnown(file.Shown)
                ? [file]
                : throw new CommandException(ExitCode.Usage, $"`{name}` is no file of ours by its name: rule sets end in `.rules.yaml`, tests in `_test.yaml`, manifests in `.manifest.yaml`, vocabularies in `vocabulary.yaml`, mappings in `.mapping.yaml`, waivers in `waivers.yaml`");
        }

        if (!Directory.Exists(file.Full))
        {
            throw new CommandException(ExitCode.Usage, $"there is no file or folder `{name}`");
        }

        var found = Files.InFolder(name, surroundings, IsKnown);
        return found.Count > 0
            ? found
            : throw new CommandException(ExitCode.Usage, $"`{name}` holds no rule set, test, manifest, vocabulary, mapping or waivers");
    }
}
