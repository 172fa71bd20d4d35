using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.RuleSets;

/// <summary>Days on which a text applies.</summary>
/// <param name="Period">The days.</param>
/// <param name="Note">Why they begin or end, or null.</param>
/// <param name="Location">Where they are written.</param>
public sealed record InForcePeriod(Period Period, string? Note, Location Location);

/// <summary>Days on which it is unsettled whether a text binds.</summary>
/// <param name="Period">The days.</param>
/// <param name="Reason">Why it is unsettled.</param>
/// <param name="Location">Where they are written.</param>
public sealed record UnresolvedPeriod(Period Period, string Reason, Location Location);
