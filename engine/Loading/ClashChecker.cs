using PolicyCheck.Binding;
using PolicyCheck.Decisions;
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
                if (Days(set, permission, prohibition).Any(day => Compatibility.CanClash(set, permission, prohibition, vocabulary, day)))
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

    // Between the first days of periods nothing changes, so these days stand for all.
    private static IEnumerable<DateOnly> Days(RuleSet set, Rule permission, Rule prohibition) =>
        set.InForce.Concat(permission.InForce).Concat(prohibition.InForce).Concat(prohibition.Exceptions.SelectMany(exception => exception.InForce)).Select(period => period.Period)
            .Concat(set.Parameters.SelectMany(parameter => parameter.Values).Select(value => value.Period))
            .SelectMany(period => new[] { period.From, period.Until })
            .Select(day => day ?? DateOnly.MinValue)
            .Distinct()
            .Where(day => set.IsInForce(day) && permission.IsInForce(day) && prohibition.IsInForce(day));
}
