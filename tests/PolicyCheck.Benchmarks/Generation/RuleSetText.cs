using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Loading;

namespace PolicyCheck.Benchmarks.Generation;

/// <summary>Writes generated rules as rule sets, as a policy author does.</summary>
internal static class RuleSetText
{
    /// <summary>The repository's vocabulary.</summary>
    public static PolicyFile Vocabulary => new("vocabulary.yaml", File.ReadAllBytes(Path.Combine(NativeProgram.Repository, "rules/vocabulary.yaml")));

    /// <summary>The files of a library: the repository's vocabulary and the rules' rule sets.</summary>
    /// <param name="rules">The rules.</param>
    public static List<PolicyFile> Files(IEnumerable<GeneratedRule> rules) =>
    [
        Vocabulary,
        .. rules.GroupBy(rule => rule.SetId).Select(set => new PolicyFile($"{set.Key}.rules.yaml", Encoding.UTF8.GetBytes(Write(set.Key, "world", set)))),
    ];

    /// <summary>Writes a rule set.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="jurisdiction">Where it binds.</param>
    /// <param name="rules">Its rules.</param>
    public static string Write(string id, string jurisdiction, IEnumerable<GeneratedRule> rules)
    {
        var text = new StringBuilder(
            $$"""
            ruleSet: {{id}}
            title: A generated rule set
            authority: Nobody
            standing: statute
            jurisdictions: [{{jurisdiction}}]
            summary: Rules to measure with.
            sources:
              - {id: act, title: An act, read: official, confidence: high}
            inForce: [{from: 2010-01-01}]
            rules:

            """);
        foreach (var rule in rules)
        {
            text.Append($"  - id: {rule.Id}\n    title: Rule {rule.Number}\n    citation: \"act, section {rule.Number + 1}\"\n");
            text.Append(rule.Requires.IsEmpty ? "    prohibits:\n" : "    when:\n");
            Write(text, rule.When, "      ");
            if (!rule.Requires.IsEmpty)
            {
                text.Append("    requires:\n");
                Write(text, rule.Requires, "      ");
            }

            if (!rule.Unless.IsEmpty)
            {
                text.Append("    unless:\n");
            }

            foreach (var (exception, index) in rule.Unless.Select((exception, index) => (exception, index)))
            {
                text.Append($"      - id: e{index}\n        title: Exception {index}\n        citation: \"act, section {rule.Number + 1}({index + 2})\"\n        when:\n");
                Write(text, exception, "          ");
            }

            text.Append("    severity: high\n    remedy: Stop.\n");
        }

        return text.Append("notCovered:\n  - Everything else.\n").ToString();
    }

    private static void Write(StringBuilder text, ImmutableArray<AnyTest> all, string indent)
    {
        var single = all.Where(any => any.Tests.Length == 1).Select(any => any.Tests[0]).ToList();
        foreach (var test in single.Where(test => test.Kind != TestKind.IncludesNone))
        {
            text.Append(indent).Append(Test(test)).Append('\n');
        }

        WriteList(text, "none", single.Where(test => test.Kind == TestKind.IncludesNone).Select(Test), indent);
        foreach (var any in all.Where(any => any.Tests.Length > 1))
        {
            WriteList(text, "any", any.Tests.Select(test => test.Kind == TestKind.IncludesNone ? $"not: {{{Test(test)}}}" : Test(test)), indent);
        }
    }

    private static void WriteList(StringBuilder text, string connective, IEnumerable<string> items, string indent)
    {
        var lines = string.Concat(items.Select(item => $"{indent}  - {item}\n"));
        text.Append(lines.Length > 0 ? $"{indent}{connective}:\n{lines}" : "");
    }

    private static string Test(GeneratedTest test)
    {
        var unit = test.Fact.Kind == FactKind.Days ? " days" : "";
        var list = $"[{string.Join(", ", test.Values)}]";
        return $"{test.Fact.Path}: " + test.Kind switch
        {
            TestKind.Is => test.Values[0],
            TestKind.In or TestKind.IncludesAny or TestKind.IncludesNone => list,
            TestKind.NotIn => $"{{notIn: {list}}}",
            TestKind.IncludesAll => $"{{includesAll: {list}}}",
            TestKind.Within => $"{{within: {list}}}",
            _ => $"{{{char.ToLowerInvariant(test.Kind.ToString()[0])}{test.Kind.ToString()[1..]}: {test.Values[0]}{unit}}}",
        };
    }
}
