using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>
/// Which rule sets of a day speak where a use is. Rule sets are found by the countries they bind in, so that those of other countries cost nothing.
/// </summary>
internal sealed class Vicinity
{
    private readonly ImmutableArray<DatedRuleSet> _inForce;
    private readonly Dictionary<string, ImmutableArray<int>> _byCountry;
    private readonly FactDeclaration? _places;
    private readonly LeafEvaluator _evaluator;

    /// <summary>Sorts the rule sets of a day by countries.</summary>
    /// <param name="sets">The rule sets.</param>
    /// <param name="vocabulary">The vocabulary, which declares the fact <c>places</c>.</param>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    public Vicinity(IEnumerable<DatedRuleSet> sets, Vocabulary vocabulary, LeafEvaluator evaluator)
    {
        _inForce = [.. sets.Where(set => set.IsInForce)];
        (_places, _evaluator) = (vocabulary.Find("places"), evaluator);
        var countries = _inForce.Select((set, number) => (Number: number, Countries: set.IsPlaceless ? null : set.Scopes.Select(scope => Country(scope).ToString()).ToHashSet(StringComparer.Ordinal))).ToList();
        _byCountry = countries
            .SelectMany(entry => entry.Countries ?? [])
            .Append("")
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(country => country, country => countries.Where(entry => entry.Countries?.Contains(country) ?? true).Select(entry => entry.Number).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The rule sets in force, in order, but those that certainly lie elsewhere; of a use whose place isn't known all are asked about.</summary>
    /// <param name="facts">What is known of the use.</param>
    public IEnumerable<DatedRuleSet> Of(KnownFacts facts)
    {
        if (_places is null || facts.ValueOf(_places) is not PlacesValue { Places: var stated } || stated.Any(place => place.IsWorld))
        {
            return _inForce;
        }

        return Here(stated is [var only] ? Near(only) : [.. stated.SelectMany(place => Near(place)).Distinct().Order()], stated, facts);
    }

    private IEnumerable<DatedRuleSet> Here(ImmutableArray<int> near, ImmutableArray<Place> stated, KnownFacts facts)
    {
        foreach (var number in near)
        {
            if (IsHere(_inForce[number], stated, facts))
            {
                yield return _inForce[number];
            }
        }
    }

    private ImmutableArray<int> Near(Place place) => _byCountry.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Country(place), out var numbers) ? numbers : _byCountry[""];

    private bool IsHere(DatedRuleSet set, ImmutableArray<Place> stated, KnownFacts facts)
    {
        foreach (var scope in set.Scopes)
        {
            foreach (var place in stated)
            {
                if (scope.IsWorld || place.IsIn(scope) != Truth.False)
                {
                    return true;
                }
            }
        }

        return set.RuleSet.Reaches.Any(reach => TruthOf(reach.When, facts) != Truth.False);
    }

    // Only whether a text reaches so far is asked here; what it then says is for the rules.
    private Truth TruthOf(Condition condition, KnownFacts facts) => condition switch
    {
        AllOf all => TestEvaluator.All(all.Parts, part => TruthOf(part, facts)),
        AnyOf any => TestEvaluator.Any(any.Parts, part => TruthOf(part, facts)),
        Negation negation => Kleene.Not(TruthOf(negation.Part, facts)),
        Defined defined => TruthOf(defined.Body, facts),
        Leaf leaf => _evaluator.Evaluate(leaf, facts[leaf.Fact.Slot], LeafEvaluator.OperandOf(leaf) is { } operand ? _evaluator.Resolve(operand) : null),
        _ => throw new InvalidOperationException($"no truth of {condition.GetType().Name}"),
    };

    private static ReadOnlySpan<char> Country(Place place) => place.Code.AsSpan() is var code && code.IndexOfAny('-', '/') is >= 0 and var end ? code[..end] : code;
}
