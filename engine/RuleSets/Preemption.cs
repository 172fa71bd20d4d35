using System.Collections.Immutable;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.RuleSets;

/// <summary>Which other texts a text sets aside while it is in force.</summary>
/// <param name="Title">What it sets aside.</param>
/// <param name="Citation">Where the text says so.</param>
/// <param name="Standings">What kinds of texts it sets aside.</param>
/// <param name="Within">Whose: those that bind only within one of these places, and not in all of it.</param>
/// <param name="Location">Where it begins.</param>
public sealed record Preemption(string Title, Citation Citation, ImmutableArray<Standing> Standings, ImmutableArray<Place> Within, Location Location)
{
    /// <summary>Whether it sets a rule set aside: one of a standing it names, all of whose jurisdictions are smaller places within its own.</summary>
    /// <param name="set">The rule set.</param>
    public bool SetsAside(RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Standings.Contains(set.Standing)
            && !set.Jurisdictions.IsEmpty
            && set.Jurisdictions.All(place => Within.Any(wider => place != wider && place.LiesWithin(wider)));
    }
}
