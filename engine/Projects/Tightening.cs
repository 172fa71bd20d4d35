using System.Text;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Projects;

/// <summary>Puts a project's values in the place of a rule set's parameters, where they are as strict as the text's or stricter.</summary>
internal static class Tightening
{
    /// <summary>The rule set with the values, or as it was where one of them is refused.</summary>
    public static RuleSet Apply(RuleSet set, IReadOnlyList<StricterParameter> stricter, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        var problems = new DiagnosticBag();
        foreach (var unknown in stricter.Where(value => set.Parameters.All(parameter => parameter.Name != value.Parameter)))
        {
            problems.Error(ProjectCodes.Unknown, unknown.Location, $"the rule set `{set.Id}` has no parameter `{unknown.Parameter}`", Spelling.DidYouMean(unknown.Parameter, set.Parameters.Select(parameter => parameter.Name), set.Parameters.IsEmpty ? "remove it" : $"it has {string.Join(", ", set.Parameters.Select(parameter => parameter.Name))}"));
        }

        var tightened = problems.HasErrors ? null : Rebind(set, stricter, vocabulary, problems);
        if (tightened is not null)
        {
            foreach (var value in stricter)
            {
                Compare(set, tightened, value, problems);
            }
        }

        diagnostics.AddRange(problems.ToImmutable().Where(problem => problem.Level == DiagnosticLevel.Error));
        return problems.HasErrors || tightened is null ? set : tightened;
    }

    // The file is bound again with the project's values in it, so that they are read as the text's own would be.
    private static RuleSet? Rebind(RuleSet set, IReadOnlyList<StricterParameter> stricter, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        var source = set.Location.Source;
        var document = DocumentReader.Read(source.Path, Encoding.UTF8.GetBytes(source.Content), new(int.MaxValue, int.MaxValue, int.MaxValue)).Documents[0];
        foreach (var value in stricter)
        {
            document = At(document, "parameters", parameters => At(parameters, value.Parameter, parameter => At(parameter, "values", values => Dated(values, value.Value))));
        }

        return RuleSetBinder.Bind(document, vocabulary, set.Digest, diagnostics);
    }

    private static Node At(Node node, string key, Func<Node, Node> replace) => node is MappingNode mapping
        ? mapping with { Entries = [.. mapping.Entries.Select(entry => entry.Key.Value == key ? entry with { Value = replace(entry.Value) } : entry)] }
        : node;

    private static Node Dated(Node values, Node value) => values is SequenceNode list ? list with { Items = [.. list.Items.Select(item => At(item, "value", _ => value))] } : values;

    private static void Compare(RuleSet set, RuleSet tightened, StricterParameter value, DiagnosticBag diagnostics)
    {
        var before = ParameterUse.In(set, value.Parameter).ToList();
        var after = ParameterUse.In(tightened, value.Parameter).ToList();
        var directions = before.Select(use => use.Direction).Distinct().ToList();
        if (directions is not [1 or -1])
        {
            diagnostics.Error(
                ProjectCodes.NoStricterWay,
                value.Location,
                $"it can't be told which value of `{value.Parameter}` is stricter: {(directions.Count == 0 ? "no rule reads it" : "greater and smaller values each free some deployments")}",
                "leave it as the text has it, or write a rule set of your own");
            return;
        }

        var looser = before.Zip(after).SelectMany(pair => pair.First.Operand.Alternatives.Zip(pair.Second.Operand.Alternatives))
            .Any(pair => pair.First.Values.Zip(pair.Second.Values).Any(values => !IsAsStrict(values.First, values.Second, directions[0])));
        if (looser)
        {
            var texts = set.Parameters.First(parameter => parameter.Name == value.Parameter).Values.Select(dated => dated.Node).OfType<ScalarNode>().Select(node => node.Value).Distinct(StringComparer.Ordinal);
            diagnostics.Error(
                ProjectCodes.Looser,
                value.Location,
                $"`{value.Parameter}` would be looser than the text, which says {string.Join(" and ", texts)}",
                $"a project can only make it stricter: {(directions[0] > 0 ? "write a greater value" : "write a smaller value")}, or ask for a waiver");
        }
    }

    private static bool IsAsStrict(Value text, Value project, int direction) => (text, project) switch
    {
        (NumberValue old, NumberValue chosen) => direction * decimal.Compare(chosen.Number, old.Number) >= 0,
        (DateValue old, DateValue chosen) => direction * chosen.Date.CompareTo(old.Date) >= 0,
        (DurationValue old, DurationValue chosen) when old.Duration.IsWorkingDays == chosen.Duration.IsWorkingDays => IsAsStrict(old.Duration, chosen.Duration, direction),
        _ => false,
    };

    // Between days and months only what is certain counts.
    private static bool IsAsStrict(Duration text, Duration project, int direction)
    {
        var (old, chosen) = Duration.Comparable(text, project);
        return direction > 0 ? chosen.Low >= old.High : chosen.High <= old.Low;
    }
}
