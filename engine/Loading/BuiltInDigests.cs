using PolicyCheck.Signing;
using PolicyCheck.Text;

namespace PolicyCheck.Loading;

/// <summary>The digests that the built-in files had when the program was compiled.</summary>
internal static partial class BuiltInDigests
{
    // One constant, because a method that makes a table of them takes longer to compile than all files to hash.
    private static readonly Lazy<Dictionary<string, string>> ByPath = new(() => Written
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ', 2))
        .ToDictionary(parts => parts[1].Replace('\\', '/'), parts => $"sha256:{parts[0].ToLowerInvariant()}", StringComparer.Ordinal));

    /// <summary>Compares files with the digests that the program was compiled with.</summary>
    /// <param name="files">All built-in files, by the names of their resources.</param>
    /// <exception cref="NotVerifiedException">One of them is another, is missing, or is one too many.</exception>
    public static void Verify(IReadOnlyCollection<PolicyFile> files)
    {
        foreach (var file in files)
        {
            Verify(file);
        }

        if (ByPath.Value.Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            throw Changed(missing);
        }
    }

    /// <summary>Compares one file with the digest that the program was compiled with.</summary>
    /// <param name="file">A built-in file, by the name of its resource.</param>
    /// <exception cref="NotVerifiedException">It is another.</exception>
    public static void Verify(PolicyFile file)
    {
        if (Of(file) != ContentDigest.Of(file.Content.Span))
        {
            throw Changed(file.Path);
        }
    }

    /// <summary>The digest that a file had when the program was compiled; null where there was none of its name.</summary>
    /// <param name="file">A built-in file, by the name of its resource.</param>
    public static string? Of(PolicyFile file) => ByPath.Value.GetValueOrDefault(file.Path);

    private static NotVerifiedException Changed(string path) => new($"the built-in file `{path}` isn't the one that the program was made with: install the program again");
}
