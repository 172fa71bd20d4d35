using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>Rules in the language of cfn-guard, which knows conjunctions of alternatives alone.</summary>
internal static class GuardText
{
    /// <summary>The rules.</summary>
    public static string Write(IEnumerable<GeneratedRule> rules)
    {
        var text = new StringBuilder();
        foreach (var rule in rules)
        {
            text.Append($"rule {rule.Id} when\n{Lines(Clauses(rule.When))}{{\n{Lines(Kept(rule))}}}\n\n");
        }

        return text.ToString();
    }

    // The requirement or an exception: each way of choosing one clause of each of them is a clause of all. A prohibition without exceptions is never kept.
    private static IEnumerable<IEnumerable<string>> Kept(GeneratedRule rule)
    {
        var ways = rule.Unless.Prepend(rule.Requires).Where(all => !all.IsEmpty).Select(Clauses).ToList();
        return ways.Count == 0
            ? [[$"{PeerFacts.Name(rule.When[0].Tests[0].Fact)} !exists"]]
            : ways.Aggregate<IEnumerable<IEnumerable<string>>, IEnumerable<IEnumerable<string>>>([[]], (chosen, way) => chosen.SelectMany(left => way.Select(clause => left.Concat(clause))));
    }

    private static string Lines(IEnumerable<IEnumerable<string>> clauses) => string.Concat(clauses.Select(clause => $"    {string.Join(" or ", clause)}\n"));

    // A test of several values can be a conjunction itself.
    private static IEnumerable<IEnumerable<string>> Clauses(ImmutableArray<AnyTest> all) => all.SelectMany(any =>
        any.Tests.Aggregate<GeneratedTest, IEnumerable<IEnumerable<string>>>([[]], (left, test) => left.SelectMany(clause => Test(test).Select(clause.Append))));

    private static IEnumerable<string> Test(GeneratedTest test)
    {
        var fact = PeerFacts.Name(test.Fact);
        var values = test.Values.Select(value => PeerFacts.Literal(test.Fact, value)).ToList();
        var list = $"[{string.Join(", ", values)}]";
        return test.Kind switch
        {
            TestKind.Is => [$"{fact} == {values[0]}"],
            TestKind.IsNot => [$"{fact} != {values[0]}"],
            TestKind.In => [$"{fact} in {list}"],
            TestKind.NotIn => [$"{fact} not in {list}"],
            TestKind.IncludesAny or TestKind.Within => [$"some {fact}[*] in {list}"],
            TestKind.IncludesNone => [$"{fact}[*] not in {list}"],
            TestKind.IncludesAll => values.Select(value => $"some {fact}[*] == {value}"),
            TestKind.AtLeast or TestKind.OnOrAfter => [$"{fact} >= {values[0]}"],
            TestKind.MoreThan => [$"{fact} > {values[0]}"],
            TestKind.AtMost => [$"{fact} <= {values[0]}"],
            _ => [$"{fact} < {values[0]}"],
        };
    }
}
