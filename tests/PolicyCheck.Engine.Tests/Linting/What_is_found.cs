using PolicyCheck.Linting;
using PolicyCheck.Tests.Schemas;

namespace PolicyCheck.Tests.Linting;

public sealed class What_is_found
{
    [Fact]
    public void Nothing_is_found_in_what_we_ship()
    {
        var files = ShippedFiles.All().Select(ShippedFiles.Load).ToList();
        Assert.Empty(Linter.Lint(files, [], new(LintExample.AsOf)).Open.Select(finding => $"{finding.Diagnostic.Location.Path}:{finding.Diagnostic.Location.Start.Line} {finding.Diagnostic.Message}"));
    }

    [Theory]
    [InlineData("when: {deployer.sector: retail}", "prohibits: {deployer.sector: education}", "PC805")]
    [InlineData("when: {deployer.sector: retail}", "requires: {any: [{safeguards.humanReview: true}, {safeguards.humanReview: false}]}", "PC805")]
    [InlineData("when: {deployer.sector: retail}", "requires: {safeguards.humanReview: true}", null)]
    [InlineData("when: {accuracy.threshold: {atLeast: 98 %}}", "requires: {accuracy.threshold: {atLeast: 90 %}, safeguards.humanReview: true}", null)]
    public void A_condition_that_decides_nothing(string when, string demand, string? code) =>
        Assert.Equal(code is null ? [] : [code], LintExample.Codes(Rules($"{when}\n    {demand}")).Distinct());

    [Fact]
    public void An_exception_that_holds_always_on_the_only_days_on_which_it_holds_is_no_end_of_its_rule() => Assert.Empty(LintExample.Codes(Rules(
        "prohibits: {deployer.sector: retail}\n    unless:\n      - id: first-year\n        title: In the first year shops were free\n        citation: act\n        when: {deployer.sector: retail}\n        inForce: [{from: 2021-01-01, until: 2022-01-01}]")));

    [Fact]
    public void A_place_that_leaves_a_group_is_looked_at_on_both_sides_of_that_day()
    {
        var library = Example.Load(Example.RuleSet(Example.Rule("r", "prohibits: {places: GB}\nunless: [{id: e, title: t, citation: text, when: {places: EU}}]")));
        var (set, rule) = (library.RuleSets.Single(), library.RuleSets.Single().Rules.Single());
        var space = new SetSpace(set, library);
        Assert.False(space.Always(rule, at => at.Implies(space.Program(rule).Trigger, rule.Exceptions.Single().When)));
    }

    [Fact]
    public void A_rule_is_not_shadowed_by_one_that_an_exception_keeps_from_failing() => Assert.Empty(LintExample.Codes(
        Rules("prohibits: {deployer.sector: retail}\n    unless:\n      - id: reviewed\n        title: A person looks at every match\n        citation: act\n        when: {safeguards.humanReview: true}")
        + "  - id: other\n    title: The other rule\n    citation: act\n    prohibits: {deployer.sector: retail, use.realTime: true}\n    severity: high\n    remedy: Stop it now.\n"));

    [Theory]
    [InlineData("2025-11-23", false)]
    [InlineData("2025-11-22", true)]
    public void A_source_is_stale_after_a_year(string day, bool isStale) => Assert.Equal(
        isStale ? ["PC809"] : [],
        LintExample.Codes($"sources:\n  - {{id: act, title: The act, read: official, checked: {day}, confidence: high}}\n"));

    [Theory]
    [InlineData("2026-12-03", 10, true)]
    [InlineData("2026-12-04", 10, false)]
    [InlineData("2026-11-22", 10, false)]
    public void A_period_that_ends_within_so_many_days(string until, int within, bool isFound) => Assert.Equal(
        isFound ? ["PC810"] : [],
        LintExample.Codes($"inForce: [{{from: 2021-01-01, until: {until}}}]\n", within: within));

    [Theory]
    [InlineData("14 days", "2 months", true)]
    [InlineData("14 days", "10 days", false)]
    [InlineData("14 days", "1 day", false)]
    public void Lengths_of_time_in_two_units(string one, string other, bool isFound) => Assert.Equal(
        isFound ? ["PC812"] : [],
        LintExample.Codes(Rules($"when: {{deployer.sector: retail}}\n    requires: {{safeguards.retention: {{atMost: {one}}}}}")
            + $"  - id: other\n    title: The other rule\n    citation: act\n    when: {{deployer.sector: education}}\n    requires: {{safeguards.retention: {{atMost: {other}}}}}\n    severity: high\n    remedy: Stop it now.\n"));

    [Fact]
    public void An_allowed_finding_is_told_with_its_reason()
    {
        var result = LintExample.Lint("sources:\n  # lint: allow stale-source the act was repealed\n  # and nobody changes it\n  - {id: act, title: The act, read: official, confidence: high}\n");
        Assert.Empty(result.Open);
        Assert.Equal("the act was repealed", Assert.Single(result.Allowed).AllowedBecause);
    }

    [Theory]
    [InlineData("# lint: allow PC809", "PC809 PC817")]
    [InlineData("# lint: allow", "PC809 PC817")]
    [InlineData("# lint: allow PC810 the reason", "PC809 PC818")]
    [InlineData("# lint: allow stale-sauce the reason", "PC809 PC818")]
    public void What_is_not_allowed_stays(string comment, string codes) => Assert.Equal(
        codes.Split(' '),
        LintExample.Codes($"sources:\n  {comment}\n  - {{id: act, title: The act, read: official, confidence: high}}\n").Order(StringComparer.Ordinal));

    private static string Rules(string lines) => $"rules:\n  - id: no-search\n    title: A shop may not search faces\n    citation: act\n    {lines}\n    severity: high\n    remedy: Stop searching.\n";
}
