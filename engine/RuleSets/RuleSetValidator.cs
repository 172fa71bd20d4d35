using FluentValidation;
using FluentValidation.Results;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.RuleSets;

/// <summary>Checks what crosses the fields of a rule set: names, periods, and rules that speak of each other.</summary>
internal sealed class RuleSetValidator : AbstractValidator<RuleSet>
{
    public RuleSetValidator()
    {
        RuleFor(set => set).Custom(DistinctNames);
        RuleFor(set => set).Custom(Periods);
        RuleFor(set => set).Custom(ParameterPeriods);
        RuleFor(set => set).Custom(Overrides);
    }

    private static void DistinctNames(RuleSet set, ValidationContext<RuleSet> context)
    {
        Distinct(set.Rules.Select(rule => (rule.Id, rule.Location)), "rule");
        Distinct(set.Sources.Select(source => (source.Id, source.Location)), "source");
        foreach (var rule in set.Rules)
        {
            Distinct(rule.Exceptions.Select(exception => (exception.Id, exception.Location)), "exception");
        }

        void Distinct(IEnumerable<(string Id, Location Location)> named, string what)
        {
            foreach (var (id, location) in named.GroupBy(entry => entry.Id, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
            {
                Report(context, RuleSetCodes.DuplicateId, location, $"there is another {what} `{id}`", "give each its own id");
            }
        }
    }

    private static void Periods(RuleSet set, ValidationContext<RuleSet> context)
    {
        Ordered(set.InForce.Select(period => (period.Period, period.Location)), context);
        Ordered(set.Unresolved.Select(period => (period.Period, period.Location)), context);
        foreach (var rule in set.Rules)
        {
            Ordered(rule.InForce.Select(period => (period.Period, period.Location)), context);
            Within(rule.InForce, set.InForce, "rule set", context);
            foreach (var exception in rule.Exceptions)
            {
                Ordered(exception.InForce.Select(period => (period.Period, period.Location)), context);
                Within(exception.InForce, rule.InForce.IsEmpty ? set.InForce : rule.InForce, "rule", context);
            }
        }
    }

    private static void ParameterPeriods(RuleSet set, ValidationContext<RuleSet> context)
    {
        foreach (var parameter in set.Parameters)
        {
            Ordered(parameter.Values.Select(value => (value.Period, value.Node.Location)), context);
        }
    }

    private static void Overrides(RuleSet set, ValidationContext<RuleSet> context)
    {
        foreach (var rule in set.Rules)
        {
            if (rule.Kind == RuleKind.Permission && rule.Overrides.IsEmpty)
            {
                Report(context, RuleSetCodes.BadOverride, rule.Location, $"the permission `{rule.Id}` overrides no rule", "name the rules it overrides under `overrides`");
            }
            else if (rule.Kind != RuleKind.Permission && !rule.Overrides.IsEmpty)
            {
                Report(context, RuleSetCodes.BadOverride, rule.Location, $"`{rule.Id}` is no permission and overrides nothing", "remove `overrides`, or write `permits`");
            }

            if (rule is { Kind: RuleKind.Permission, Waivable: { } waivable })
            {
                Report(context, RuleSetCodes.BadWaivability, waivable.Location, $"the permission `{rule.Id}` can't be broken, so there is nothing to waive", "say at the rules it overrides who may waive them");
            }

            if (rule.Kind == RuleKind.Permission && !rule.Exceptions.IsEmpty)
            {
                Report(context, RuleSetCodes.BadOverride, rule.Location, $"the permission `{rule.Id}` has exceptions", "say in its condition to what it doesn't apply");
            }
        }
    }

    private static void Ordered(IEnumerable<(Period Period, Location Location)> periods, ValidationContext<RuleSet> context)
    {
        var earlier = new List<Period>();
        foreach (var (period, location) in periods)
        {
            if (period.From is { } from && period.Until is { } until && until <= from)
            {
                Report(context, RuleSetCodes.BadPeriod, location, "this period ends before it begins", "`until` is the first day on which it no longer applies");
            }
            else if (earlier.Exists(period.Overlaps))
            {
                Report(context, RuleSetCodes.BadPeriod, location, "this period overlaps an earlier one", "begin it on the day the earlier one ends");
            }

            earlier.Add(period);
        }
    }

    private static void Within(IEnumerable<InForcePeriod> inner, IReadOnlyCollection<InForcePeriod> outer, string what, ValidationContext<RuleSet> context)
    {
        foreach (var period in inner.Where(period => !outer.Any(wider => period.Period.LiesWithin(wider.Period))))
        {
            Report(context, RuleSetCodes.BadPeriod, period.Location, $"this period reaches outside the {what}'s", $"keep it within the days on which the {what} is in force");
        }
    }

    private static void Report(ValidationContext<RuleSet> context, string code, Location location, string message, string cure) =>
        context.AddFailure(new ValidationFailure("", message) { ErrorCode = code, CustomState = Diagnostic.Error(code, location, message, cure) });
}
