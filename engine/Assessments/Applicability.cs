using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>
/// Which rule sets can speak to a deployment on some day, by its places and by the texts that set others aside.
/// </summary>
internal sealed class Applicability
{
    private static readonly ImmutableArray<SettingAside> None = [];

    private readonly Vocabulary _vocabulary;
    private readonly FrozenDictionary<string, ImmutableArray<SettingAside>> _settingAside;

    public Applicability(RuleLibrary library)
    {
        _vocabulary = library.Vocabulary;
        _settingAside = (
            from other in library.RuleSets
            from preemption in other.Preempts
            from set in library.RuleSets
            where set.Id != other.Id && preemption.SetsAside(set)
            group new SettingAside(other, preemption) by set.Id).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
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
}
