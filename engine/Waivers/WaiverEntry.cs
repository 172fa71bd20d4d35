using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Waivers;

/// <summary>A waiver in a register, and what is known of it whatever the day and the manifest.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="RuleSet">The rule set of what it waives.</param>
/// <param name="Rule">What it waives.</param>
/// <param name="Renewals">How many waivers stand before it in a row, each prolonging the one before.</param>
/// <param name="IsRenewed">Whether another waiver prolongs it.</param>
/// <param name="Voids">Why it is void; empty where it isn't.</param>
/// <param name="Overlaps">Other waivers for the same rule, deployment, use and days.</param>
public sealed record WaiverEntry(
    Waiver Waiver,
    RuleSet RuleSet,
    Rule Rule,
    int Renewals,
    bool IsRenewed,
    ImmutableArray<Diagnostic> Voids,
    ImmutableArray<WaiverOverlap> Overlaps)
{
    /// <summary>Where it stands on a day.</summary>
    /// <param name="day">The day.</param>
    public WaiverState StateOn(DateOnly day) =>
        !Voids.IsEmpty ? WaiverState.Void
        : day > Waiver.To ? WaiverState.Expired
        : day < Waiver.From ? WaiverState.NotYet
        : WaiverState.InForce;

    /// <summary>What is told of it before or after its time, which only matters where the rule is broken; one that another prolongs is history.</summary>
    /// <param name="day">The day.</param>
    /// <param name="fails">Whether the rule is broken on the day.</param>
    public ImmutableArray<Diagnostic> OutOfTime(DateOnly day, bool fails)
    {
        var level = fails ? DiagnosticLevel.Warning : DiagnosticLevel.Note;
        return StateOn(day) switch
        {
            WaiverState.NotYet => [new(
                WaiverCodes.NotYet,
                level,
                Waiver.At("from"),
                $"`{Waiver.Id}` begins on {IsoDate.Format(Waiver.From)}, {Days(Waiver.From.DayNumber - day.DayNumber)} after {IsoDate.Format(day)}",
                fails ? "cure the failure until then" : "nothing is to be done before")],
            WaiverState.Expired when !IsRenewed => [new(
                WaiverCodes.Expired,
                level,
                Waiver.At("to"),
                $"`{Waiver.Id}` ended on {IsoDate.Format(Waiver.To)}, {Days(day.DayNumber - Waiver.To.DayNumber)} before {IsoDate.Format(day)}",
                fails ? "cure the failure, or have the waiver granted anew" : "keep it as a record, or remove it")],
            _ => [],
        };
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}

/// <summary>Another waiver that covers the same on some days.</summary>
/// <param name="From">The first such day, inclusive.</param>
/// <param name="To">The last, inclusive.</param>
/// <param name="Diagnostic">What to tell of it.</param>
public sealed record WaiverOverlap(DateOnly From, DateOnly To, Diagnostic Diagnostic);
