using F23.StringSimilarity;

namespace PolicyCheck.Text;

/// <summary>Finds the known word that a misspelt one was probably meant to be.</summary>
public static class Spelling
{
    private static readonly Damerau Distance = new();

    /// <summary>The nearest candidate within a third of the word's length, or null; ties go to the ordinally first.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">The known words.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        if (word.Length > 100)
        {
            return null;
        }

        string? best = null;
        var bestDistance = 1 + Math.Max(1, word.Length / 3);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance + 1)
            {
                continue;
            }

            var distance = (int)Distance.Distance(Fold(word), Fold(candidate));
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The words " - did you mean `x`?" when a near candidate exists, else the given advice.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">The known words.</param>
    /// <param name="otherwise">The advice when nothing is near.</param>
    public static string DidYouMean(string word, IEnumerable<string> candidates, string otherwise) =>
        Nearest(word, candidates) is { } nearest ? $"did you mean `{nearest}`?" : otherwise;

    /// <summary>Whether two words differ by one letter added, dropped, changed or swapped with its neighbour.</summary>
    /// <param name="word">One word.</param>
    /// <param name="other">The other.</param>
    public static bool IsOneEditApart(string word, string other)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(other);
        return Math.Abs(word.Length - other.Length) <= 1 && word.Length <= 100 && CanBeOneEditApart(word, other) && (int)Distance.Distance(word, other) == 1;
    }

    // Before and after one edit, which touches two letters at most, words are the same; that is told far sooner than their distance.
    private static bool CanBeOneEditApart(ReadOnlySpan<char> word, ReadOnlySpan<char> other)
    {
        var before = word.CommonPrefixLength(other);
        var after = 0;
        while (after < Math.Min(word.Length, other.Length) - before && word[^(after + 1)] == other[^(after + 1)])
        {
            after++;
        }

        return before + after >= Math.Max(word.Length, other.Length) - 2;
    }

    private static string Fold(string word) => word.ToUpperInvariant();
}
