namespace PolicyCheck.Waivers;

/// <summary>
/// Which waivers prolong others: those that say so, and those that begin while another for the same rule, deployment and use still runs, or
/// on the day after, and end later. Otherwise a rule's limits would hold only for those who say that they renew.
/// </summary>
internal sealed class RenewalChains(IReadOnlyCollection<Waiver> waivers)
{
    private readonly ILookup<(string Rule, string Deployment), Waiver> _same = waivers.ToLookup(waiver => (waiver.Rule, waiver.Deployment));
    private readonly Dictionary<Waiver, int> _counts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The waivers that one prolongs.</summary>
    public IEnumerable<Waiver> Before(Waiver waiver) => _same[(waiver.Rule, waiver.Deployment)].Where(other => IsProlonged(other, waiver));

    /// <summary>How many waivers stand before one in a row.</summary>
    public int Count(Waiver waiver)
    {
        // Each of them begins earlier, so those that begin first are counted first, and no row is walked deeper than one step.
        if (_counts.Count == 0)
        {
            foreach (var one in waivers.OrderBy(one => one.From))
            {
                _counts[one] = Before(one).Select(before => _counts[before] + 1).DefaultIfEmpty().Max();
            }
        }

        return _counts[waiver];
    }

    /// <summary>Whether a waiver begins on the day after another ends.</summary>
    public static bool Follows(Waiver waiver, Waiver earlier) => waiver.From.DayNumber == earlier.To.DayNumber + 1;

    private static bool IsProlonged(Waiver earlier, Waiver waiver) =>
        earlier.From < waiver.From && earlier.To < waiver.To && waiver.From.DayNumber <= earlier.To.DayNumber + 1 && waiver.IsAboutSame(earlier);
}
