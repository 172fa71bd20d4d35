using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Cures;

/// <summary>Sets of declared values that tests can tell apart, those first that add and take away the least.</summary>
/// <param name="fact">The fact.</param>
/// <param name="present">What the set has now, or null where nothing is stated.</param>
/// <param name="operands">What it is compared with.</param>
internal sealed class NearestTerms(FactDeclaration fact, ImmutableArray<string>? present, ImmutableArray<ImmutableArray<Value>> operands)
{
    // Beyond this many sets only those are tried that change two groups of terms at most.
    private const int MostSets = 1024;

    private readonly ImmutableArray<string> _present = present ?? [];
    private readonly ImmutableArray<string> _nothing = [.. fact.Values.Select(value => value.Value).Where(IsNothing)];

    /// <summary>The sets.</summary>
    public IEnumerable<Value> All()
    {
        // Values that the tests treat alike are taken together: of such a group a set can have none, some or all.
        var groups = fact.Values.Select(value => value.Value)
            .GroupBy(term => new string([.. operands.Select(operand => operand.Contains(new TextValue(term)) ? '1' : '0')]), StringComparer.Ordinal)
            .Select(group => Choices([.. group]).ToList())
            .ToList();
        return Sets(groups)
            .Select(Sensible)
            .DistinctBy(terms => string.Join(' ', terms), StringComparer.Ordinal)
            .OrderBy(terms => terms.IsEmpty ? 1 : 0)
            .ThenBy(terms => terms.Except(_present, StringComparer.Ordinal).Count() + _present.Except(terms, StringComparer.Ordinal).Count())
            .ThenBy(terms => terms.Length)
            .Select(terms => new TermsValue(terms));
    }

    // What a group has now comes first.
    private IEnumerable<ImmutableArray<string>> Choices(ImmutableArray<string> group)
    {
        ImmutableArray<string> now = [.. group.Where(_present.Contains)];
        return new ImmutableArray<string>[] { now, [], [now.IsEmpty ? group[0] : now[0]], group }.DistinctBy(terms => string.Join(' ', terms), StringComparer.Ordinal);
    }

    private static IEnumerable<ImmutableArray<string>> Sets(List<List<ImmutableArray<string>>> groups)
    {
        var few = groups.Aggregate(1.0, (product, group) => product * group.Count) > MostSets;
        IEnumerable<(ImmutableArray<string> Terms, int Changed)> sets = [([], 0)];
        foreach (var group in groups)
        {
            sets = [.. sets.SelectMany(set => group.Select((choice, i) => (set.Terms.AddRange(choice), set.Changed + (i > 0 ? 1 : 0)))).Where(set => !few || set.Item2 <= 2)];
        }

        return sets.Select(set => set.Terms).Concat(few ? [[.. groups.SelectMany(group => group[^1])]] : []);
    }

    // `none` stands alone, and says what an empty set would; terms keep the order of their declaration.
    private ImmutableArray<string> Sensible(ImmutableArray<string> terms)
    {
        ImmutableArray<string> real = [.. fact.Values.Select(value => value.Value).Where(term => terms.Contains(term) && !_nothing.Contains(term))];
        return !real.IsEmpty || _nothing.IsEmpty ? real : [terms.FirstOrDefault(_nothing.Contains) ?? _nothing[0]];
    }

    private static bool IsNothing(string term) => term is "none" or "nobody" or "nothing" or "nowhere" || term.StartsWith("not-", StringComparison.Ordinal);
}
