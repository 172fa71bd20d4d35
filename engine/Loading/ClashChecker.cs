using PolicyCheck.Binding;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Loading;

/// <summary>
/// Finds permissions and prohibitions of one rule set that can both speak of the same use without one overriding the other.
/// Which of them holds would have to be guessed, so it is an error.
/// </summary>
internal static class ClashChecker
{
    public static void Check(RuleSet set, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        foreach (var permission in set.Rules.Where(rule => rule.Kind == RuleKind.Permission))
        {
            var prohibitions = set.Rules.Where(rule =>
                rule.Kind == RuleKind.Prohibition && !permission.Overrides.Any(reference => reference.RuleSetId == set.Id && reference.RuleId == rule.Id));
            foreach (var prohibition in prohibitions)
            {
                if (Days(set, permission, prohibition, vocabulary).Any(day => Compatibility.CanClash(set, permission, prohibition, vocabulary, day)))
                {
                    diagnostics.Error(
                        RuleSetCodes.Clash,
                        permission.Location,
                        $"`{permission.Id}` permits what `{prohibition.Id}` prohibits, and neither overrides the other",
                        $"add `{prohibition.Id}` to its `overrides`, or narrow one of both conditions (line {prohibition.Location.Start.Line})");
                }
            }
        }
    }

    // Between the days on which one of them turns nothing changes, so these stand for all.
    private static IEnumerable<DateOnly> Days(RuleSet set, Rule permission, Rule prohibition, Vocabulary vocabulary) =>
        new[] { permission, prohibition }
            .SelectMany(rule => Turns.Of(RuleCompiler.Compile(set, rule, [], [], vocabulary), vocabulary))
            .Distinct()
            .Where(day => set.IsInForce(day) && permission.IsInForce(day) && prohibition.IsInForce(day));
}
