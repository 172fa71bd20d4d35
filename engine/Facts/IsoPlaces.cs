using System.Collections.Immutable;
using System.Text;

namespace PolicyCheck.Facts;

/// <summary>The countries of ISO 3166-1 and the subdivisions of ISO 3166-2, looked up in a sorted table without loading it.</summary>
public static class IsoPlaces
{
    private static readonly Lazy<byte[]> Table = new(Load);
    private static readonly Lazy<ImmutableArray<string>> AllCodes = new(LoadCodes);
    private static readonly Lazy<ImmutableArray<string>> AllCountries = new(() => [.. AllCodes.Value.Where(code => code.Length == 2)]);

    /// <summary>The English name of a country or subdivision, or null when the code isn't one.</summary>
    /// <param name="code">The code, such as <c>US-OR</c>.</param>
    public static string? NameOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Name(code) is { IsEmpty: false } name ? Encoding.UTF8.GetString(name) : null;
    }

    /// <summary>Whether a code is that of a country or subdivision.</summary>
    /// <param name="code">The code.</param>
    internal static bool Contains(string code) => !Name(code).IsEmpty;

    private static ReadOnlySpan<byte> Name(string code)
    {
        const int longest = 6;
        if (code.Length > longest)
        {
            return [];
        }

        var table = Table.Value.AsSpan();
        Span<byte> room = stackalloc byte[longest * 3];
        var wanted = room[..Encoding.UTF8.GetBytes(code, room)];
        var (low, high) = (0, table.Length);
        while (low < high)
        {
            var start = table[..((low + high) / 2)].LastIndexOf((byte)'\n') + 1;
            var line = table[start..];
            line = line[..line.IndexOf((byte)'\n')];
            var tab = line.IndexOf((byte)'\t');
            var order = line[..tab].SequenceCompareTo(wanted);
            if (order == 0)
            {
                return line[(tab + 1)..];
            }

            (low, high) = order < 0 ? (start + line.Length + 1, high) : (low, start);
        }

        return [];
    }

    /// <summary>All codes, in ordinal order.</summary>
    public static IEnumerable<string> Codes => AllCodes.Value;

    /// <summary>The codes of countries, in ordinal order.</summary>
    public static IEnumerable<string> Countries => AllCountries.Value;

    private static ImmutableArray<string> LoadCodes() =>
        [.. Encoding.UTF8.GetString(Table.Value).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf('\t', StringComparison.Ordinal)])];

    private static byte[] Load()
    {
        using var stream = typeof(IsoPlaces).Assembly.GetManifestResourceStream("iso-3166.tsv")
            ?? throw new InvalidOperationException("the table of ISO 3166 is missing from the assembly");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
