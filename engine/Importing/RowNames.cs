using System.Globalization;

namespace PolicyCheck.Importing;

/// <summary>Makes of the names of rows distinct names of manifests, short enough to name files.</summary>
internal sealed class RowNames
{
    private const int Longest = 100;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name of a row's manifest: its words with hyphens between them, and a number where another has them already.</summary>
    public string IdOf(string name)
    {
        var words = new string([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = string.Join('-', words.DefaultIfEmpty("row"));
        var id = all[..Math.Min(Longest, all.Length)].TrimEnd('-');
        for (var times = 2; !_taken.Add(id); times++)
        {
            id = $"{all[..Math.Min(Longest, all.Length)].TrimEnd('-')}-{times.ToString(CultureInfo.InvariantCulture)}";
        }

        return id;
    }
}
