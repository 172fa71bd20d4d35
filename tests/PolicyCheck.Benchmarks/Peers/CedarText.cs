using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>Rules as policies of Cedar: all is permitted, and each rule forbids what breaks it.</summary>
internal static class CedarText
{
    /// <summary>The policies by name, as JSON.</summary>
    public static string Write(IEnumerable<GeneratedRule> rules) =>
        JsonSerializer.Serialize(rules.ToDictionary(rule => rule.Id, Policy).Append(new("permit", "permit(principal, action, resource);")).ToDictionary());

    private static string Policy(GeneratedRule rule)
    {
        var kept = rule.Unless.Prepend(rule.Requires).Where(all => !all.IsEmpty).Select(All).ToList();
        return $"forbid(principal, action, resource) when {{ {All(rule.When)} }}{(kept.Count == 0 ? "" : $" unless {{ {string.Join(" || ", kept)} }}")};";
    }

    private static string All(ImmutableArray<AnyTest> all) => $"({string.Join(" && ", all.Select(any => $"({string.Join(" || ", any.Tests.Select(Test))})"))})";

    private static string Test(GeneratedTest test)
    {
        var fact = "context." + PeerFacts.Name(test.Fact);
        var values = test.Values.Select(value => PeerFacts.Literal(test.Fact, value)).ToList();
        var list = $"[{string.Join(", ", values)}]";
        return test.Kind switch
        {
            TestKind.Is => $"{fact} == {values[0]}",
            TestKind.IsNot => $"{fact} != {values[0]}",
            TestKind.In => $"{list}.contains({fact})",
            TestKind.NotIn => $"!{list}.contains({fact})",
            TestKind.IncludesAny or TestKind.Within => $"{fact}.containsAny({list})",
            TestKind.IncludesNone => $"!{fact}.containsAny({list})",
            TestKind.IncludesAll => $"{fact}.containsAll({list})",
            TestKind.AtLeast or TestKind.OnOrAfter => $"{fact} >= {values[0]}",
            TestKind.MoreThan => $"{fact} > {values[0]}",
            TestKind.AtMost => $"{fact} <= {values[0]}",
            _ => $"{fact} < {values[0]}",
        };
    }
}
