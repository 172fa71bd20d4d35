using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>
/// Which rule sets speak to a deployment at all, by its places and by the texts that set others aside. Rule sets are found by the countries
/// they bind in, so that those of other countries cost nothing.
/// </summary>
internal sealed class Applicability
{
    private static readonly ImmutableArray<SettingAside> None = [];

    private readonly Vocabulary _vocabulary;
    private readonly FrozenDictionary<string, FrozenSet<string>> _byCountry;
    private readonly FrozenSet<string> _anywhere;
    private readonly FrozenDictionary<string, ImmutableArray<SettingAside>> _settingAside;

    public Applicability(RuleLibrary library)
    {
        _vocabulary = library.Vocabulary;
        var countries = library.RuleSets.ToDictionary(set => set.Id, Countries, StringComparer.Ordinal);
        _anywhere = countries.Where(pair => pair.Value is null).Select(pair => pair.Key).ToFrozenSet(StringComparer.Ordinal);
        _byCountry = countries
            .SelectMany(pair => (pair.Value ?? []).Select(country => (Country: country, Set: pair.Key)))
            .GroupBy(entry => entry.Country, entry => entry.Set, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _settingAside = (
            from other in library.RuleSets
            from preemption in other.Preempts
            from set in library.RuleSets
            where set.Id != other.Id && preemption.SetsAside(set)
            group new SettingAside(other, preemption) by set.Id).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Only a deployment that certainly lies elsewhere is left out; one whose place isn't known is asked about.</summary>
    /// <param name="facts">What is known of the use.</param>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    /// <param name="asOf">The day.</param>
    public Func<RuleSet, bool> Here(KnownFacts facts, LeafEvaluator evaluator, DateOnly asOf)
    {
        if (_vocabulary.Find("places") is not { } places || facts.ValueOf(places) is not PlacesValue { Places: var stated } || stated.Any(place => place.IsWorld))
        {
            return _ => true;
        }

        ImmutableArray<FrozenSet<string>> near = [_anywhere, .. stated.Select(Country).Distinct(StringComparer.Ordinal).Select(country => _byCountry.GetValueOrDefault(country)).OfType<FrozenSet<string>>()];
        return set => near.Any(sets => sets.Contains(set.Id))
            && (IsHere(set, stated, asOf) || set.Reaches.Any(reach => TruthOf(reach.When, facts, evaluator) != Truth.False));
    }

    /// <summary>Whether a rule set can speak to a deployment on any day: not where it certainly lies elsewhere, whoever joins or leaves a group of places.</summary>
    /// <param name="facts">What is known of the use.</param>
    public Func<RuleSet, bool> EverHere(KnownFacts facts)
    {
        if (_vocabulary.Find("places") is not { } places || facts.ValueOf(places) is not PlacesValue { Places: var stated } || stated.Any(place => place.IsWorld))
        {
            return _ => true;
        }

        return set => !set.Reaches.IsEmpty || set.Jurisdictions.Any(scope => scope.IsWorld || AllPlacesOf(scope).Any(place => stated.Any(own => own.IsIn(place) != Truth.False)));
    }

    /// <summary>What can set a rule set aside on some day.</summary>
    /// <param name="set">The rule set.</param>
    public ImmutableArray<SettingAside> Preempting(RuleSet set) => _settingAside.GetValueOrDefault(set.Id, None);

    /// <summary>What sets a rule set aside on a day, or null; what is itself unsettled on that day doesn't.</summary>
    public SettingAside? SetAside(RuleSet set, DateOnly asOf, bool includesProposals) => Preempting(set)
        .FirstOrDefault(one => one.Counts(asOf, includesProposals) && !one.IsUnsettled(asOf));

    /// <summary>What may set a rule set aside on a day, which is unsettled, or null.</summary>
    public SettingAside? MaySetAside(RuleSet set, DateOnly asOf, bool includesProposals) => Preempting(set)
        .FirstOrDefault(one => one.Counts(asOf, includesProposals) && one.IsUnsettled(asOf));

    private IEnumerable<Place> AllPlacesOf(Place scope) => _vocabulary.FindGroup(scope.Code) is { } group ? group.Members.Select(member => member.Place) : [scope];

    private bool IsHere(RuleSet set, IEnumerable<Place> stated, DateOnly asOf) =>
        set.Jurisdictions.Any(place => place.IsWorld)
        || set.Jurisdictions
            .SelectMany(scope => _vocabulary.PlacesOf(scope, asOf))
            .Any(scope => stated.Any(place => place.IsIn(scope) != Truth.False));

    // Only whether a text reaches so far is asked here; what it then says is for the rules.
    private static Truth TruthOf(Condition condition, KnownFacts facts, LeafEvaluator evaluator) => condition switch
    {
        AllOf all => all.Parts.Aggregate(Truth.True, (sum, part) => Kleene.And(sum, TruthOf(part, facts, evaluator))),
        AnyOf any => any.Parts.Aggregate(Truth.False, (sum, part) => Kleene.Or(sum, TruthOf(part, facts, evaluator))),
        Negation negation => Kleene.Not(TruthOf(negation.Part, facts, evaluator)),
        Defined defined => TruthOf(defined.Body, facts, evaluator),
        Leaf leaf => evaluator.Evaluate(leaf, facts[leaf.Fact.Slot], LeafEvaluator.OperandOf(leaf) is { } operand ? evaluator.Resolve(operand) : null),
        _ => throw new InvalidOperationException($"no truth of {condition.GetType().Name}"),
    };

    // The countries that a rule set ever binds in, or null where places alone don't tell.
    private FrozenSet<string>? Countries(RuleSet set) =>
        set.Jurisdictions.Any(place => place.IsWorld) || !set.Reaches.IsEmpty
            ? null
            : set.Jurisdictions
                .SelectMany(AllPlacesOf)
                .Select(Country)
                .ToFrozenSet(StringComparer.Ordinal);

    private static string Country(Place place) => place.Code.Split('-', '/')[0];
}
