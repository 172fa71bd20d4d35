using System.Collections.Immutable;
using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>Rules as lambda expressions over a plain object, as RulesEngine's documentation has them.</summary>
internal static class LambdaText
{
    /// <summary>A rule's expression, true where it isn't broken.</summary>
    public static string Write(GeneratedRule rule)
    {
        var kept = rule.Unless.Prepend(rule.Requires).Where(all => !all.IsEmpty).Select(All).ToList();
        return $"!({All(rule.When)})" + string.Concat(kept.Select(way => $" || ({way})"));
    }

    private static string All(ImmutableArray<AnyTest> all) => string.Join(" && ", all.Select(any => $"({string.Join(" || ", any.Tests.Select(Test))})"));

    private static string Test(GeneratedTest test)
    {
        var fact = "d." + test.Fact.Property;
        var values = test.Values.Select(value => PeerFacts.Literal(test.Fact, value)).ToList();
        return test.Kind switch
        {
            TestKind.Is => $"{fact} == {values[0]}",
            TestKind.IsNot => $"{fact} != {values[0]}",
            TestKind.In => $"({string.Join(" || ", values.Select(value => $"{fact} == {value}"))})",
            TestKind.NotIn => $"!({string.Join(" || ", values.Select(value => $"{fact} == {value}"))})",
            TestKind.IncludesAny or TestKind.Within => $"({string.Join(" || ", values.Select(value => $"{fact}.Contains({value})"))})",
            TestKind.IncludesNone => $"!({string.Join(" || ", values.Select(value => $"{fact}.Contains({value})"))})",
            TestKind.IncludesAll => $"({string.Join(" && ", values.Select(value => $"{fact}.Contains({value})"))})",
            TestKind.AtLeast or TestKind.OnOrAfter => $"{fact} >= {values[0]}",
            TestKind.MoreThan => $"{fact} > {values[0]}",
            TestKind.AtMost => $"{fact} <= {values[0]}",
            _ => $"{fact} < {values[0]}",
        };
    }
}
