using PolicyCheck.Assessments;

namespace PolicyCheck.Tests.Assessments;

public sealed class Verdict_of_an_assessment
{
    private static readonly string Pass = Example.Rule("pass", "requires: {police: false}");
    private static readonly string Fail = Example.Rule("fail", "prohibits: {police: false}");
    private static readonly string Open = Example.Rule("open", "requires: {consent: true}");
    private static readonly string Silent = Example.Rule("silent", "prohibits: {police: true}");

    public static TheoryData<string, Verdict> Table => new()
    {
        { Fail + Open + Pass + Silent, Verdict.NonCompliant },
        { Open + Pass + Silent, Verdict.Indeterminate },
        { Pass + Silent, Verdict.Compliant },
        { Silent, Verdict.NotApplicable },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_worst_finding_decides_the_verdict(string rules, Verdict verdict) =>
        Assert.Equal(verdict, Example.AssessToday("police: false", Example.RuleSet(rules)).Verdict);

    [Theory]
    [InlineData("[{id: a, live: false}, {id: b, live: false}]", Verdict.Compliant)]
    [InlineData("[{id: a, live: false}, {id: b}]", Verdict.Indeterminate)]
    [InlineData("[{id: a, live: true}, {id: b}]", Verdict.NonCompliant)]
    [InlineData("[{id: a}, {id: b, live: false}, {id: c, live: true}]", Verdict.NonCompliant)]
    public void The_worst_use_decides_the_verdict_of_a_manifest(string uses, Verdict verdict) =>
        Assert.Equal(verdict, Example.AssessToday($"uses: {uses}", Example.RuleSet(Example.Rule("r", "requires: {use.live: false}"))).Verdict);

    [Fact]
    public void Where_no_rule_speaks_nothing_is_called_compliant() =>
        Assert.Equal(Verdict.NotApplicable, Example.AssessToday("places: [FR]", Example.RuleSet(Pass, places: "[DE]")).Verdict);

    [Theory]
    [InlineData("guidance")]
    [InlineData("standard")]
    public void What_only_advises_is_found_and_does_not_decide_unless_it_counts(string standing)
    {
        var set = Example.RuleSet(Fail, standing: standing);
        var assessment = Example.AssessToday("police: false", set);
        Assert.Equal((RuleOutcome.Fail, Verdict.NotApplicable), (Example.Finding("fail", assessment).Outcome, assessment.Verdict));
        Assert.Equal(Verdict.NonCompliant, Example.Assess("police: false", Example.Today, new(AdvisoryCounts: true), set).Verdict);
    }

    [Fact]
    public void Proposals_are_left_out_unless_they_are_asked_for()
    {
        var set = Example.RuleSet(Fail, standing: "proposal");
        Assert.Empty(Example.AssessToday("police: false", set).Uses.Single().Findings);
        var asked = Example.Assess("police: false", Example.Today, new(IncludeProposals: true), set);
        Assert.Equal((RuleOutcome.Fail, Verdict.NotApplicable), (Example.Finding("fail", asked).Outcome, asked.Verdict));
        Assert.Equal(Verdict.NonCompliant, Example.Assess("police: false", Example.Today, new(IncludeProposals: true, AdvisoryCounts: true), set).Verdict);
    }

    [Fact]
    public void The_failure_of_a_rule_that_nobody_read_counts_as_indeterminate_unless_asked_strictly()
    {
        var set = Example.RuleSet(Example.Rule("r", "prohibits: {police: true}", citation: "memory"));
        var assessment = Example.AssessToday("police: true", set);
        Assert.Equal((RuleOutcome.Fail, Verdict.Indeterminate), (Example.Finding("r", assessment).Outcome, assessment.Verdict));
        Assert.NotNull(Example.Finding("r", assessment).Doubt);
        Assert.Equal(Verdict.NonCompliant, Example.Assess("police: true", Example.Today, new(Strict: true), set).Verdict);
    }

    [Theory]
    [InlineData("- {id: a, title: t, citation: memory, when: {consent: true}}", Verdict.Indeterminate)]
    [InlineData("- {id: a, title: t, citation: text, when: {consent: true}}", Verdict.Compliant)]
    [InlineData("- {id: a, title: t, citation: memory, when: {consent: true}}\n- {id: b, title: t, citation: text, when: {cameras: 1}}", Verdict.Compliant)]
    [InlineData("- {id: a, title: t, citation: memory, when: {consent: true}}\n- {id: b, title: t, citation: text, when: {cameras: 2}}", Verdict.Indeterminate)]
    public void A_pass_that_rests_on_an_exception_that_nobody_read_counts_as_indeterminate(string exceptions, Verdict verdict)
    {
        var set = Example.RuleSet(Example.Rule("r", $"prohibits: {{police: true}}\nunless:\n  {exceptions.Replace("\n", "\n  ", StringComparison.Ordinal)}"));
        foreach (var strict in new[] { false, true })
        {
            var assessment = Example.Assess("police: true\nconsent: true\ncameras: 1", Example.Today, new(Strict: strict), set);
            Assert.Equal((RuleOutcome.Pass, verdict), (Example.Finding("r", assessment).Outcome, assessment.Verdict));
            Assert.Equal(verdict == Verdict.Indeterminate ? "nobody has read A memory: the exception a is written from memory" : null, Example.Finding("r", assessment).Doubt);
        }
    }

    [Fact]
    public void A_requirement_that_is_kept_needs_no_exception_and_so_no_doubt()
    {
        var set = Example.RuleSet(Example.Rule("r", "requires: {consent: true}\nunless: [{id: a, title: t, citation: memory, when: {police: true}}]"));
        Assert.Equal(Verdict.Compliant, Example.AssessToday("police: true\nconsent: true", set).Verdict);
        Assert.Equal(Verdict.Indeterminate, Example.AssessToday("police: true\nconsent: false", set).Verdict);
    }

    [Fact]
    public void A_permission_that_is_itself_unsettled_makes_nobody_compliant()
    {
        var ban = Example.RuleSet(Example.Rule("ban", "prohibits: {police: true}"), "ban");
        var leave = Example.RuleSet(Example.Rule("leave", "permits: {consent: true}\noverrides: [ban/ban]"), "leave", "unresolved: [{from: 2021-01-01, reason: a court is asked}]");
        var assessment = Example.AssessToday("police: true\nconsent: true", ban, leave);
        Assert.Equal(RuleOutcome.Pass, Example.Finding("ban", assessment).Outcome);
        Assert.Equal("a court is asked", Example.Finding("ban", assessment).Doubt);
    }

    [Theory]
    [InlineData("2021-05-31", Verdict.NonCompliant)]
    [InlineData("2021-06-01", Verdict.Indeterminate)]
    [InlineData("2021-06-30", Verdict.Indeterminate)]
    [InlineData("2021-07-01", Verdict.NonCompliant)]
    public void The_failure_of_a_rule_whose_standing_is_unsettled_counts_as_indeterminate_on_those_days(string asOf, Verdict verdict)
    {
        const string unresolved = "unresolved: [{from: 2021-06-01, until: 2021-07-01, reason: the courts disagree}]";
        foreach (var set in new[] { Example.RuleSet(Example.Rule("r", $"prohibits: {{police: true}}\n{unresolved}")), Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), other: unresolved) })
        {
            Assert.Equal(verdict, Example.Assess("police: true", asOf, null, set).Verdict);
            Assert.Equal(Verdict.NonCompliant, Example.Assess("police: true", asOf, new(Strict: true), set).Verdict);
        }
    }

    [Fact]
    public void A_certain_failure_beside_a_doubtful_one_is_a_failure()
    {
        var set = Example.RuleSet(Example.Rule("doubtful", "prohibits: {police: true}", citation: "memory") + Example.Rule("certain", "prohibits: {police: true}"));
        Assert.Equal(Verdict.NonCompliant, Example.AssessToday("police: true", set).Verdict);
    }
}
