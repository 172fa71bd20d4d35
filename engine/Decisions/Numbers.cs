using PolicyCheck.Facts;

namespace PolicyCheck.Decisions;

/// <summary>Numbers on, between and beside those a rule compares with.</summary>
internal static class Numbers
{
    /// <summary>The numbers themselves, one between each two neighbours, and one beyond each end, within the fact's unit.</summary>
    public static IEnumerable<decimal> Around(IEnumerable<decimal> constants, FactDeclaration fact)
    {
        var sorted = constants.Distinct().Order().ToList();
        var candidates = sorted.ToList();
        for (var i = 0; i + 1 < sorted.Count; i++)
        {
            candidates.Add(fact.IsCount ? sorted[i] + 1 : (sorted[i] + sorted[i + 1]) / 2);
        }

        if (sorted.Count > 0)
        {
            candidates.Add(fact.IsRatio ? sorted[0] / 2 : sorted[0] - 1);
            candidates.Add(fact.IsRatio ? (sorted[^1] + 1) / 2 : sorted[^1] + 1);
        }

        return candidates.Where(number =>
            (!fact.IsRatio || number is >= 0 and <= 1) && (!fact.IsCount || (number >= 0 && number == decimal.Truncate(number)))).Distinct();
    }
}
