using System.Collections.Frozen;
using System.Security.Cryptography;
using PolicyCheck.Signing;

namespace PolicyCheck.Loading;

/// <summary>The digests that the built-in files had when the program was compiled.</summary>
internal static partial class BuiltInDigests
{
    private static readonly FrozenDictionary<string, string> ByPath = Written.ToFrozenDictionary(entry => entry.Path.Replace('\\', '/'), entry => entry.Digest, StringComparer.Ordinal);

    /// <summary>Compares files with the digests that the program was compiled with.</summary>
    /// <param name="files">All built-in files, by the names of their resources.</param>
    /// <exception cref="NotVerifiedException">One of them is another, is missing, or is one too many.</exception>
    public static void Verify(IReadOnlyCollection<PolicyFile> files)
    {
        var changed = files.FirstOrDefault(file => !ByPath.TryGetValue(file.Path, out var digest)
            || !Convert.FromHexString(digest).AsSpan().SequenceEqual(SHA256.HashData(file.Content.Span)))?.Path
            ?? ByPath.Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault();
        if (changed is not null)
        {
            throw new NotVerifiedException($"the built-in file `{changed}` isn't the one that the program was made with: install the program again");
        }
    }
}
