using System.Collections.Immutable;
using PolicyCheck.Projects;

namespace PolicyCheck.Cli.Input;

/// <summary>Finds the manifests that were named.</summary>
internal static class ManifestFiles
{
    /// <summary>The manifests of all files and folders named, each once, in ordinal order of their paths.</summary>
    /// <param name="named">Files, folders, or <c>-</c>.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">One of them doesn't exist or holds no manifest.</exception>
    public static ImmutableArray<FilePath> Find(IEnumerable<string> named, Surroundings surroundings) =>
        [.. NotNone(named).SelectMany(name => Find(name, surroundings)).Distinct().OrderBy(file => file.Shown, StringComparer.Ordinal)];

    private static IEnumerable<string> NotNone(IEnumerable<string> named) => named.Any()
        ? named
        : throw new CommandException(ExitCode.Usage, $"no manifest is named: name files or folders, `-` for standard input, or `manifests` in {ProjectReader.FileName}");

    private static IEnumerable<FilePath> Find(string name, Surroundings surroundings)
    {
        if (name == "-")
        {
            return [FilePath.StandardInput];
        }

        var file = Files.Name(name, surroundings);
        if (File.Exists(file.Full))
        {
            return [file];
        }

        if (!Directory.Exists(file.Full))
        {
            throw new CommandException(ExitCode.Usage, $"there is no file or folder `{name}`");
        }

        var found = Files.InFolder(name, surroundings, IsManifest);
        return found.Count > 0
            ? found
            : throw new CommandException(ExitCode.Usage, $"`{name}` holds no manifest: name a folder with files that end in `.manifest.yaml` or `.manifest.json`");
    }

    private static bool IsManifest(string name) =>
        name.EndsWith(".manifest.yaml", StringComparison.Ordinal)
        || name.EndsWith(".manifest.yml", StringComparison.Ordinal)
        || name.EndsWith(".manifest.json", StringComparison.Ordinal);
}
