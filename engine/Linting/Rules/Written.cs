using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Linting.Rules;

/// <summary>A comparison as its author wrote it.</summary>
/// <param name="Fact">The fact, or the field, compared.</param>
/// <param name="Operand">What it is compared with.</param>
/// <param name="Location">The key and its value.</param>
internal sealed record Written(FactDeclaration Fact, Operand Operand, Location Location)
{
    /// <summary>The comparisons of a rule, those on the rows of lists among them.</summary>
    public static IEnumerable<Written> Tests(Rule rule) => rule.Conditions.SelectMany(condition => Tests(condition, ""));

    private static IEnumerable<Written> Tests(Condition condition, string records) => condition switch
    {
        Test test => [new(records.Length == 0 ? test.Fact : test.Fact with { Path = $"{records}.{test.Fact.Path}" }, test.Operand, test.Location)],
        RowTest rows => Tests(rows.Row, rows.Fact.Path).Concat(rows.Where is { } where ? Tests(where, rows.Fact.Path) : []),
        MeasureTest measure => (measure.Where is { } where ? Tests(where, measure.Fact.Path) : []).Append(new(measure.Fact, measure.Operand, measure.Location)),
        AgeTest age => [new(age.Fact with { Path = $"{age.Fact.Path}.on", Type = FactType.Date }, age.Span, age.Location)],
        _ => condition.Children().SelectMany(part => Tests(part, records)),
    };
}
