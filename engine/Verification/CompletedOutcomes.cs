using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Verification;

/// <summary>What a rule comes to for every completion of what is missing: numbered like the digits of a number, the first fact turning fastest.</summary>
/// <param name="Outcomes">The outcomes.</param>
/// <param name="Facts">The facts that are missing, and how many values each can have.</param>
internal sealed record CompletedOutcomes(ImmutableArray<RuleOutcome> Outcomes, ImmutableArray<(string Path, int Values)> Facts)
{
    /// <summary>The facts of which a change by itself changes the outcome somewhere.</summary>
    public IEnumerable<string> Decisive()
    {
        var stride = 1;
        foreach (var (path, values) in Facts)
        {
            var step = stride;
            if (Enumerable.Range(0, Outcomes.Length).Any(number => Outcomes[number] != Outcomes[number - (number / step % values * step)]))
            {
                yield return path;
            }

            stride *= values;
        }
    }
}
