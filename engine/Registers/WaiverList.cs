using System.Collections.Immutable;
using PolicyCheck.Waivers;

namespace PolicyCheck.Registers;

/// <summary>The waivers of a register on a day, as a regulator or an auditor asks for them: by rule, then by deployment, then by their days.</summary>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Entries">The waivers in that order.</param>
public sealed record WaiverList(DateOnly AsOf, ImmutableArray<WaiverEntry> Entries)
{
    /// <summary>Puts a register in order.</summary>
    /// <param name="register">The register.</param>
    /// <param name="asOf">The day asked about.</param>
    public static WaiverList Of(WaiverRegister register, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new(asOf, [.. register.Entries
            .OrderBy(entry => entry.Waiver.Rule, StringComparer.Ordinal)
            .ThenBy(entry => entry.Waiver.Deployment, StringComparer.Ordinal)
            .ThenBy(entry => entry.Waiver.From)
            .ThenBy(entry => entry.Waiver.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Where a waiver stands, as a word.</summary>
    /// <param name="entry">The waiver.</param>
    public string State(WaiverEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.StateOn(AsOf) switch
        {
            WaiverState.InForce => "in force",
            WaiverState.NotYet => "not yet",
            WaiverState.Expired => "expired",
            _ => "void",
        };
    }

    /// <summary>Where a waiver stands, with how long it lasts, when it begins, since when it is over, or why it is void, as a phrase.</summary>
    /// <param name="entry">The waiver.</param>
    public string Standing(WaiverEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (from, to) = (entry.Waiver.From.DayNumber - AsOf.DayNumber, entry.Waiver.To.DayNumber - AsOf.DayNumber);
        return entry.StateOn(AsOf) switch
        {
            WaiverState.InForce => to == 0 ? "in force, for the last day" : $"in force, {Days(to)} left",
            WaiverState.NotYet => $"begins in {Days(from)}",
            WaiverState.Expired => $"expired {Days(-to)} ago",
            _ => $"void: {string.Join("; ", entry.Voids.Select(diagnostic => diagnostic.Message.Replace("; the waiver is void", "", StringComparison.Ordinal)))}",
        };
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
