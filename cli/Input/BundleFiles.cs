using System.Collections.Immutable;
using PolicyCheck.Bundles;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.Signing;

namespace PolicyCheck.Cli.Input;

/// <summary>Bundles from the files that the user names.</summary>
internal static class BundleFiles
{
    private static readonly ReadingLimits Archives = new(ArchiveLimits.MaxBytes);

    /// <summary>The rules of a bundle, once it is verified.</summary>
    /// <param name="path">The file.</param>
    /// <param name="origin">What has to vouch for it.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be read, or nothing vouches for it.</exception>
    /// <exception cref="NotVerifiedException">It doesn't verify.</exception>
    public static IEnumerable<PolicyFile> Rules(string path, RuleOrigin origin, Surroundings surroundings)
    {
        if (origin is { PublicKey: null, AllowUnsigned: false })
        {
            throw new CommandException(ExitCode.NotVerified, $"`{path}` is a bundle, and no key vouches for it: name who signed it with `--public-key PEM`, or use it unsigned with `--allow-unsigned`");
        }

        var bundle = Read(path, origin.PublicKey is { } key ? KeyFiles.Verification(key, surroundings) : null, surroundings);
        var shown = Files.Name(path, surroundings).Shown;
        return bundle.Files.Select(file => file with { Path = $"{shown}/{file.Path}" });
    }

    /// <summary>A bundle, once it is verified.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The key that has to have signed it, or null where its digests are enough.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be read.</exception>
    /// <exception cref="NotVerifiedException">It doesn't verify.</exception>
    public static Bundle Read(string path, VerificationKey? key, Surroundings surroundings) => Naming(path, () => Bundle.Read(Bytes(path, surroundings), key));

    /// <summary>The bytes of an archive, unless it is too large to be one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static byte[] Bytes(string path, Surroundings surroundings) => Files.Read(Files.Name(path, surroundings), Archives, surroundings) is var bytes && bytes.Length <= ArchiveLimits.MaxBytes
        ? bytes
        : throw new NotVerifiedException($"it is larger than {ArchiveLimits.MaxBytes} bytes: name an archive that `policycheck` wrote");

    /// <summary>Puts the file's name before what is said of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">What reads it.</param>
    public static T Naming<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NotVerifiedException problem)
        {
            throw new NotVerifiedException($"`{path}` isn't verified: {problem.Message}");
        }
    }

    /// <summary>Folders of rules as the files of a bundle, with the vocabulary they are written in.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">Two files would have the same name in the bundle, or one a name that no archive holds.</exception>
    public static ImmutableArray<PolicyFile> Collect(IReadOnlyList<string> folders, Surroundings surroundings)
    {
        var own = folders.SelectMany(folder => RuleFiles.Folder(folder, surroundings).Select(file => file with { Path = "rules/" + Below(folder, file.Path, surroundings) })).ToList();
        if (own.GroupBy(file => file.Path, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw new CommandException(ExitCode.Usage, $"`{same.Key["rules/".Length..]}` is in two of the folders: give each file its own name");
        }

        ImmutableArray<PolicyFile> files =
        [
            .. own,
            .. own.Any(file => file.IsVocabulary && RuleLibraryLoader.DeclaresCore(file)) ? [] : BuiltInRules.Files.Where(file => file.IsVocabulary).Select(file => file with { Path = "built-in/" + Path.GetFileName(file.Path) }),
        ];
        return files.Select(file => ArchivePath.Problem(file.Path)).FirstOrDefault(problem => problem is not null) is { } wrong
            ? throw new CommandException(ExitCode.Usage, $"{wrong}, so it can't go into a bundle: give it another name")
            : files;
    }

    private static string Below(string folder, string path, Surroundings surroundings) => Path.GetRelativePath(
        Path.GetFullPath(folder, surroundings.WorkingDirectory),
        Path.GetFullPath(path, surroundings.WorkingDirectory)).Replace(Path.DirectorySeparatorChar, '/');
}
