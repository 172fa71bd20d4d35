using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Benchmarks.Floor;

/// <summary>What the hand-written rules are made of.</summary>
internal static class Asking
{
    /// <summary>What a stated fact comes to; of one that isn't stated nothing is known.</summary>
    public static Logic Stated<T>(T? fact, bool holds)
        where T : struct =>
        new(fact.HasValue ? (byte)(holds ? 2 : 0) : (byte)1);

    /// <summary>What a stated fact comes to; of one that isn't stated nothing is known.</summary>
    public static Logic Stated(string? fact, bool holds) => new(fact is null ? (byte)1 : (byte)(holds ? 2 : 0));

    /// <summary>Whether one of the places lies in another place.</summary>
    public static bool Within(ImmutableArray<string>? places, string scope)
    {
        foreach (var place in places ?? [])
        {
            if (place.StartsWith(scope, StringComparison.Ordinal) && (place.Length == scope.Length || place[scope.Length] is '-' or '/'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a rule comes to.</summary>
    public static RuleOutcome Outcome(Logic speaks, Logic kept) =>
        kept.IsTrue ? RuleOutcome.Pass
        : speaks.IsTrue && kept.IsFalse ? RuleOutcome.Fail
        : RuleOutcome.Indeterminate;
}
