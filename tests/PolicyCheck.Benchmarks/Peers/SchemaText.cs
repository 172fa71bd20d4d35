using System.Collections.Immutable;
using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>Rules as JSON Schemas: if the rule speaks, then it is kept.</summary>
internal static class SchemaText
{
    /// <summary>The schemas by name, as JSON.</summary>
    public static string Write(IEnumerable<GeneratedRule> rules) => $"{{{string.Join(",\n", rules.Select(rule => $"\"{rule.Id}\":{Schema(rule)}"))}}}";

    private static string Schema(GeneratedRule rule)
    {
        var kept = rule.Unless.Prepend(rule.Requires).Where(all => !all.IsEmpty).Select(All).ToList();
        return $"{{\"if\":{All(rule.When)},\"then\":{(kept.Count == 0 ? "false" : $"{{\"anyOf\":[{string.Join(",", kept)}]}}")}}}";
    }

    private static string All(ImmutableArray<AnyTest> all) => $"{{\"allOf\":[{string.Join(",", all.Select(any => any.Tests is [var only] ? Test(only) : $"{{\"anyOf\":[{string.Join(",", any.Tests.Select(Test))}]}}"))}]}}";

    private static string Test(GeneratedTest test)
    {
        var values = test.Values.Select(value => PeerFacts.Literal(test.Fact, value)).ToList();
        var list = $"{{\"enum\":[{string.Join(",", values)}]}}";
        var schema = test.Kind switch
        {
            TestKind.Is => $"{{\"const\":{values[0]}}}",
            TestKind.IsNot => $"{{\"not\":{{\"const\":{values[0]}}}}}",
            TestKind.In => list,
            TestKind.NotIn => $"{{\"not\":{list}}}",
            TestKind.IncludesAny or TestKind.Within => $"{{\"contains\":{list}}}",
            TestKind.IncludesNone => $"{{\"not\":{{\"contains\":{list}}}}}",
            TestKind.IncludesAll => $"{{\"allOf\":[{string.Join(",", values.Select(value => $"{{\"contains\":{{\"const\":{value}}}}}"))}]}}",
            TestKind.AtLeast or TestKind.OnOrAfter => $"{{\"minimum\":{values[0]}}}",
            TestKind.MoreThan => $"{{\"exclusiveMinimum\":{values[0]}}}",
            TestKind.AtMost => $"{{\"maximum\":{values[0]}}}",
            _ => $"{{\"exclusiveMaximum\":{values[0]}}}",
        };
        return $"{{\"properties\":{{\"{PeerFacts.Name(test.Fact)}\":{schema}}}}}";
    }
}
