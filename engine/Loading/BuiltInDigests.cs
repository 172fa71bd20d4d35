using System.Security.Cryptography;
using PolicyCheck.Signing;

namespace PolicyCheck.Loading;

/// <summary>The digests that the built-in files had when the program was compiled.</summary>
internal static partial class BuiltInDigests
{
    /// <summary>Compares files with the digests that the program was compiled with.</summary>
    /// <param name="files">All built-in files, by the names of their resources.</param>
    /// <exception cref="NotVerifiedException">One of them is another, is missing, or is one too many.</exception>
    public static void Verify(IReadOnlyCollection<PolicyFile> files)
    {
        // One constant, because a method that makes a table of them takes longer to compile than all files to hash.
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Written.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            written.Add(line[(space + 1)..].Replace('\\', '/'), line[..space]);
        }

        string? changed = null;
        foreach (var file in files)
        {
            changed ??= written.Remove(file.Path, out var digest) && digest.Equals(Convert.ToHexString(SHA256.HashData(file.Content.Span)), StringComparison.OrdinalIgnoreCase) ? null : file.Path;
        }

        changed ??= written.Keys.Order(StringComparer.Ordinal).FirstOrDefault();
        if (changed is not null)
        {
            throw new NotVerifiedException($"the built-in file `{changed}` isn't the one that the program was made with: install the program again");
        }
    }
}
