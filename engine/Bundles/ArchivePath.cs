using System.Globalization;
using System.Text;

namespace PolicyCheck.Bundles;

/// <summary>The paths that an archive may hold: relative, with forward slashes, and leading nowhere but into it.</summary>
public static class ArchivePath
{
    private const int NameBytes = 100;
    private const int PrefixBytes = 155;

    /// <summary>What is wrong with a path, as a clause with the path in it, or null.</summary>
    /// <param name="path">The path.</param>
    public static string? Problem(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length == 0 ? "a file has no name"
            : path[0] == '/' ? $"`{path}` is an absolute path"
            : path.Contains('\\', StringComparison.Ordinal) ? $"`{path}` has a backslash in it"
            : path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]) ? $"`{path}` names a drive"
            : path.Split('/').Contains("..") ? $"`{path}` leads out of the archive by `..`"
            : path.Split('/').Any(part => part is "" or ".") ? $"`{path}` has an empty part or a `.` in it"
            : path.EnumerateRunes().Any(IsUnseen) ? $"`{path}` has a character in it that nobody sees"
            : Fits(path) ? null
            : $"`{path}` is too long: at most {NameBytes} bytes, or {PrefixBytes} bytes of folders before them";
    }

    // U+FFFD stands for bytes that are no character, and would be written as others.
    private static bool IsUnseen(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // The ustar form keeps the folders apart where a path is longer than its first field.
    private static bool Fits(string path)
    {
        var slash = path.LastIndexOf('/');
        return Encoding.UTF8.GetByteCount(path) <= NameBytes
            || (slash > 0 && Encoding.UTF8.GetByteCount(path.AsSpan(0, slash)) <= PrefixBytes && Encoding.UTF8.GetByteCount(path.AsSpan(slash + 1)) <= NameBytes);
    }
}
