using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>Rules for json-rules-engine, with its own operators alone: each has an event that says it is broken.</summary>
internal static class JsonRulesText
{
    /// <summary>The rules as JSON.</summary>
    public static string Write(IEnumerable<GeneratedRule> rules) => $"[{string.Join(",\n", rules.Select(Rule))}]";

    private static string Rule(GeneratedRule rule)
    {
        var kept = rule.Unless.Prepend(rule.Requires).Where(all => !all.IsEmpty).Select(all => Join("all", all.Select(Any))).ToList();
        var broken = rule.When.Select(Any).Concat(kept.Count == 0 ? [] : [$"{{\"not\":{Join("any", kept)}}}"]);
        return $"{{\"conditions\":{Join("all", broken)},\"event\":{{\"type\":\"{rule.Id}\"}}}}";
    }

    private static string Any(AnyTest any) => any.Tests is [var only] ? Test(only) : Join("any", any.Tests.Select(Test));

    private static string Join(string connective, IEnumerable<string> parts) => $"{{\"{connective}\":[{string.Join(",", parts)}]}}";

    private static string Test(GeneratedTest test)
    {
        var values = test.Values.Select(value => PeerFacts.Literal(test.Fact, value)).ToList();
        return test.Kind switch
        {
            TestKind.Is => One("equal", values[0]),
            TestKind.IsNot => One("notEqual", values[0]),
            TestKind.In => One("in", $"[{string.Join(",", values)}]"),
            TestKind.NotIn => One("notIn", $"[{string.Join(",", values)}]"),
            TestKind.IncludesAny or TestKind.Within => Join("any", values.Select(value => One("contains", value))),
            TestKind.IncludesNone => Join("all", values.Select(value => One("doesNotContain", value))),
            TestKind.IncludesAll => Join("all", values.Select(value => One("contains", value))),
            TestKind.AtLeast or TestKind.OnOrAfter => One("greaterThanInclusive", values[0]),
            TestKind.MoreThan => One("greaterThan", values[0]),
            TestKind.AtMost => One("lessThanInclusive", values[0]),
            _ => One("lessThan", values[0]),
        };

        string One(string name, string value) => $"{{\"fact\":\"{PeerFacts.Name(test.Fact)}\",\"operator\":\"{name}\",\"value\":{value}}}";
    }
}
