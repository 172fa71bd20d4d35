using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cli.Output;

/// <summary>Says what rules, rule sets and facts mean.</summary>
internal sealed class ReferencePage(TextPage page, RuleLibrary library, DateOnly asOf)
{
    private const int Label = 13;

    private readonly ConditionText _conditions = new(asOf);

    /// <summary>Explains a fact, with the rules that read it.</summary>
    /// <param name="fact">The fact.</param>
    public void Write(FactDeclaration fact)
    {
        page.Line(0, TextPage.Styled(fact.Path, "bold"));
        Row("Meaning", fact.Meaning);
        Row("Type", FactList.TypeOf(fact));
        foreach (var (value, meaning) in fact.Values)
        {
            Row(value == fact.Values[0].Value ? "Values" : "", meaning.Length > 0 ? $"{value}: {meaning}" : value);
        }

        foreach (var field in fact.Fields)
        {
            Row(field == fact.Fields[0] ? "Fields" : "", $"{field.Path} ({FactList.TypeOf(field)}): {field.Meaning}");
        }

        Row("Question", fact.Question);
        Row("Ask", fact.IsJudgement ? $"{fact.AskWho}, who has to judge it" : fact.AskWho);
        Row("Stated", fact.IsOfUse ? "in each use" : "beside the uses");
        var readers = library.RuleSets.SelectMany(set => set.Rules.Where(rule => Reads(set, rule, fact)).Select(rule => rule.QualifiedId)).ToList();
        Row("Read by", readers.Count == 0 ? "no rule" : string.Join(", ", readers));
        page.Gap();
    }

    /// <summary>Explains a rule set, with its rules by name.</summary>
    /// <param name="set">The rule set.</param>
    public void Write(RuleSet set)
    {
        page.Line(0, $"{TextPage.Styled(set.Id, "bold")}  {TextPage.Styled(set.Title)}");
        Row("Says", set.Summary);
        Row("Authority", set.Authority);
        Row("Standing", Words.Of(set.Standing).Replace('-', ' ') + (set.IsAdvisory ? " (advisory: it doesn't decide the verdict)" : ""));
        Row("Binds in", FindingText.Listed([.. set.Jurisdictions.Select(library.Vocabulary.NameOf)]));
        foreach (var reach in set.Reaches)
        {
            Row("Also binds", $"{reach.Title} ({FindingText.Citation(set, reach.Citation)})");
            Tree("", reach.When);
        }

        foreach (var preemption in set.Preempts)
        {
            Row("Sets aside", $"{preemption.Title} ({FindingText.Citation(set, preemption.Citation)})");
        }

        WritePeriods(set);
        foreach (var source in set.Sources)
        {
            Row("Source", $"{source.Id}: {source.Title}{(source.Url is { } url ? $", {url}" : "")} (read: {Words.Of(source.Read)}; confidence: {Words.Of(source.Confidence)}{(source.Checked is { } day ? $"; checked {IsoDate.Format(day)}" : "")})");
        }

        foreach (var rule in set.Rules)
        {
            Row("Rule", $"{rule.Id}: {rule.Title}");
        }

        foreach (var provision in TextCoverage.Of(set).Provisions.Where(provision => provision.Rule is null))
        {
            Row(provision.Status == ProvisionStatus.Person ? "For a person" : "Not encoded", $"{provision.Citation}: {provision.Says} {provision.Why}");
        }

        foreach (var sentence in set.NotCovered)
        {
            Row("Not covered", sentence);
        }

        page.Gap();
        page.Line(0, TextPage.Styled(Report.Notice, "dim"));
    }

    /// <summary>Explains a rule, in words made from its conditions.</summary>
    /// <param name="set">Its rule set.</param>
    /// <param name="rule">The rule.</param>
    public void Write(RuleSet set, Rule rule)
    {
        page.Line(0, $"{TextPage.Styled(rule.QualifiedId, "bold")}");
        Row("Says", rule.Title);
        Row("Text", $"{FindingText.Citation(set, rule.Citation)} ({set.Title})");
        Row("Weight", $"{Words.Of(rule.Severity)}; {Words.Of(set.Standing).Replace('-', ' ')} of {set.Authority}");
        WritePeriods(set);
        foreach (var period in rule.InForce)
        {
            Row("This rule", $"applies {FindingText.Period(period.Period)}{(period.Note is { } why ? $": {why}" : "")}");
        }

        foreach (var period in rule.Unresolved)
        {
            Row("Unresolved", $"{FindingText.Period(period.Period)}: {period.Reason}");
        }

        if (rule.When is { } when)
        {
            Tree("When", when);
        }

        Tree(rule.Kind switch { RuleKind.Prohibition => "Prohibits", RuleKind.Requirement => "Requires", _ => "Permits" }, rule.Demand);
        foreach (var exception in rule.Exceptions)
        {
            Row("Except", $"{exception.Id}: {exception.Title} ({FindingText.Citation(set, exception.Citation)})");
            Tree("", exception.When);
        }

        if (!rule.Overrides.IsEmpty)
        {
            Row("Overrides", string.Join(", ", rule.Overrides.Select(reference => $"{reference.RuleSetId}/{reference.RuleId}")));
        }

        if (rule.Kind != RuleKind.Permission)
        {
            Row("Cure", rule.Remedy);
        }

        if (rule.Waivable is { } waivable)
        {
            Row("May be", $"waived {WaivabilityText.Phrase(waivable)} ({FindingText.Citation(set, waivable.Citation)})");
        }

        Row("Confidence", Words.Of(rule.Confidence));
        Row("Digest", $"{RuleDigest.Of(set, rule)} (of what it means: layout and wording leave it alone)");
        if (rule.Note is { } note)
        {
            Row("Note", note);
        }

        page.Gap();
    }

    private void WritePeriods(RuleSet set)
    {
        foreach (var period in set.InForce)
        {
            Row("In force", FindingText.Period(period.Period) + (period.Note is { } note ? $": {note}" : ""));
        }

        foreach (var period in set.Unresolved)
        {
            Row("Unresolved", $"{FindingText.Period(period.Period)}: {period.Reason}");
        }
    }

    private void Tree(string label, Condition condition)
    {
        if (condition is AllOf or AnyOf)
        {
            Row(label, condition is AllOf ? "all of:" : "any of:");
            Parts(condition, 3 + Label);
        }
        else
        {
            Row(label, Say(condition));
            Parts(condition, 3 + Label);
        }
    }

    private void Parts(Condition condition, int indent)
    {
        var parts = condition switch
        {
            AllOf all => all.Parts,
            AnyOf any => any.Parts,
            Negation { Part: not Leaf } negation => [negation.Part],
            Defined defined => [defined.Body],
            _ => [],
        };
        foreach (var part in parts)
        {
            page.Line(indent, TextPage.Styled($"- {Say(part)}"));
            Parts(part, indent + 2);
        }
    }

    private string Say(Condition condition) => condition switch
    {
        AllOf => "all of:",
        AnyOf => "any of:",
        Negation { Part: not Leaf } => "not:",
        Defined defined => $"{defined.Name}, which means:",
        _ => _conditions.Phrase(condition),
    };

    private bool Reads(RuleSet set, Rule rule, FactDeclaration fact) =>
        RuleCompiler.Compile(set, rule, [], [], library.Vocabulary).Leaves.Any(leaf => leaf.Fact == fact);

    private void Row(string label, string text) => page.Row(2, Label, TextPage.Styled(label, "blue"), TextPage.Styled(text));
}
