using System.Text.RegularExpressions;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Linting.Rules;

/// <summary>One fact compared in two notations or units within a rule set, such as `0.98` beside `98 %`, or days beside months.</summary>
internal static partial class InconsistentUnit
{
    public static LintRule Rule { get; } = new("PC812", "inconsistent-unit", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        if (subject.Set is not { } set)
        {
            return [];
        }

        var amounts =
            from rule in set.Rules
            from test in Written.Tests(rule)
            from place in Places(test, set)
            from unit in Units(place, test.Fact)
            select (test.Fact, Unit: unit, Place: place);
        return amounts.GroupBy(amount => amount.Fact.Path, StringComparer.Ordinal).SelectMany(Among).DistinctBy(problem => problem.Location);
    }

    private static IEnumerable<LintProblem> Among(IEnumerable<(FactDeclaration Fact, string Unit, Location Place)> amounts)
    {
        var first = amounts.First();
        return
            from amount in amounts
            where amount.Unit != first.Unit
            select new LintProblem(
                amount.Place,
                $"`{amount.Fact.Path}` is compared in {amount.Unit} here and in {first.Unit} in line {first.Place.Start.Line}",
                "write both in the same way, or allow it and say that the text itself has both");
    }

    private static IEnumerable<Location> Places(Written test, RuleSet set) => test.Operand.Parameter is { } name
        ? set.Parameters.Where(parameter => parameter.Name == name).SelectMany(parameter => parameter.Values).SelectMany(value => NodeWalk.Scalars(value.Node)).Select(node => node.Location)
        : [test.Location];

    private static IEnumerable<string> Units(Location place, FactDeclaration fact)
    {
        var text = place.Source.Content[place.Span.Start..place.Span.End];
        return Amount().Matches(text).Select(found => Unit(found.Groups["unit"].Value, fact)).OfType<string>();
    }

    private static string? Unit(string written, FactDeclaration fact) =>
        fact.IsRatio ? written == "%" ? "per cent" : written == "in" ? null : "parts of one"
        : fact.Type is FactType.Duration or FactType.Date && NumberParser.Units.TryGetValue(written, out var unit) ? Words.Of(unit).Replace('-', ' ')
        : null;

    [GeneratedRegex(@"(?<![\w.,$-])[0-9][0-9.,]*(?![0-9.,-])[ ]*(?<unit>%|working days?|[a-z]+)?")]
    private static partial Regex Amount();
}
