using System.Collections.Immutable;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Loading;

/// <summary>What can be told of a built-in rule set without reading it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Path">Its file, as <see cref="BuiltInRules.Files"/> names it.</param>
/// <param name="IsProposal">Whether it is a proposal, which is considered only where asked for.</param>
/// <param name="IsAdvisory">Whether it advises and doesn't bind.</param>
/// <param name="Rules">How many rules it has.</param>
/// <param name="Places">The places where it ever binds, groups replaced by all who ever were members; empty where places alone don't tell.</param>
/// <param name="InForce">The days on which it is in force; always where empty.</param>
/// <param name="Together">The rule sets that must be read with it: those it overrides, those that override it, and those that can set it aside.</param>
public sealed record RuleIndexEntry(
    string Id,
    string Path,
    bool IsProposal,
    bool IsAdvisory,
    int Rules,
    ImmutableArray<Place> Places,
    ImmutableArray<Period> InForce,
    ImmutableArray<string> Together)
{
    /// <summary>Whether it can speak of a deployment on some day of a stretch.</summary>
    /// <param name="places">Where the deployment is.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The first day after the last.</param>
    public bool MaySpeak(ImmutableArray<Place> places, DateOnly from, DateOnly until) =>
        (Places.IsEmpty || Places.Any(scope => places.Any(place => place.IsIn(scope) != Truth.False)))
        && (InForce.IsEmpty || InForce.Any(period => (period.From is not { } first || first < until) && (period.Until is not { } end || end > from)));

    /// <summary>Whether it is in force on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForce(DateOnly day) => InForce.IsEmpty || InForce.Any(period => period.Contains(day));

    /// <summary>What the index says of a rule set.</summary>
    /// <param name="set">The rule set.</param>
    /// <param name="library">The library that holds it.</param>
    public static RuleIndexEntry Of(RuleSet set, RuleLibrary library)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(library);
        ImmutableArray<Place> places = [.. set.Jurisdictions.SelectMany(scope => library.Vocabulary.FindGroup(scope.Code) is { } group ? group.Members.Select(member => member.Place) : [scope]).Distinct()];
        var overridden = set.Rules.SelectMany(rule => rule.Overrides).Select(reference => reference.RuleSetId);
        var others = library.RuleSets.Where(other => other.Rules.Any(rule => rule.Overrides.Any(reference => reference.RuleSetId == set.Id)) || other.Preempts.Any(preemption => preemption.SetsAside(set)));
        return new(
            set.Id,
            set.Location.Path,
            set.Standing == Standing.Proposal,
            set.IsAdvisory,
            set.Rules.Length,
            set.Reaches.IsEmpty && !places.Contains(Place.World) ? places : [],
            [.. set.InForce.Select(period => period.Period)],
            [.. overridden.Concat(others.Select(other => other.Id)).Where(id => id != set.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
