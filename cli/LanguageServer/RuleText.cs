using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Rules and what belongs to them, in Markdown for an editor.</summary>
internal static class RuleText
{
    /// <summary>A rule set.</summary>
    /// <param name="set">The rule set.</param>
    public static string Of(RuleSet set) => Paragraphs($"**{set.Id}**: {set.Title}", set.Summary, $"In force {FindingText.Listed([.. set.InForce.Select(period => FindingText.Period(period.Period))])}");

    /// <summary>A rule, with its meaning as its conditions say it.</summary>
    /// <param name="set">Its rule set.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="conditions">Says conditions.</param>
    public static string Of(RuleSet set, Rule rule, ConditionText conditions) => Paragraphs(
    [
        $"**{rule.QualifiedId}**: {rule.Title}",
        .. rule.When is { } when ? [$"When {conditions.Phrase(when)}"] : Array.Empty<string>(),
        $"{Verb(rule.Kind)}: {conditions.Phrase(rule.Demand)}",
        .. rule.Exceptions.Select(exception => $"Except **{exception.Id}**: {conditions.Phrase(exception.When)}"),
        .. rule.Overrides.IsEmpty ? [] : new[] { $"Overrides {FindingText.Listed([.. rule.Overrides.Select(reference => $"{reference.RuleSetId}/{reference.RuleId}")])}" },
        $"{FindingText.Citation(set, rule.Citation)}; in force {FindingText.Listed([.. (rule.InForce.IsEmpty ? set.InForce : rule.InForce).Select(period => FindingText.Period(period.Period))])}; {Words.Of(rule.Severity)}",
    ]);

    /// <summary>An exception.</summary>
    /// <param name="set">Its rule set.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="conditions">Says conditions.</param>
    public static string Of(RuleSet set, ExceptionClause exception, ConditionText conditions) =>
        Paragraphs($"**{exception.Id}**: {exception.Title}", $"When {conditions.Phrase(exception.When)}", FindingText.Citation(set, exception.Citation));

    /// <summary>A parameter with its values.</summary>
    /// <param name="parameter">The parameter.</param>
    public static string Of(Parameter parameter) => Paragraphs(
        $"**{parameter.Name}**: {parameter.Meaning}",
        string.Join('\n', parameter.Values.Select(value => $"- {Shown(value.Node)} ({FindingText.Period(value.Period)})")));

    /// <summary>A source.</summary>
    /// <param name="source">The source.</param>
    public static string Of(Source source) => Paragraphs(
        $"**{source.Id}**: {source.Title}",
        source.Url ?? "",
        $"Read: {Words.Of(source.Read)}; confidence: {Words.Of(source.Confidence)}{(source.Checked is { } day ? $"; checked {IsoDate.Format(day)}" : "")}");

    private static string Verb(RuleKind kind) => kind switch
    {
        RuleKind.Prohibition => "Prohibits",
        RuleKind.Requirement => "Requires",
        _ => "Permits",
    };

    private static string Shown(Node node) => node switch
    {
        ScalarNode scalar => scalar.Value,
        SequenceNode list => string.Join(", ", list.Items.Select(Shown)),
        _ => "",
    };

    private static string Paragraphs(params IEnumerable<string> parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));
}
