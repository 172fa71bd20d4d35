using PolicyCheck.Assessments;

namespace PolicyCheck.Tests.Waivers;

public sealed class Void_waivers
{
    [Theory]
    [InlineData("rule: act/police", "3:11 PC930 nobody may waive `act/police`: An act doesn't allow it; the waiver is void")]
    [InlineData("authority: The Mayor", "8:16 PC931 `The Mayor` may not waive `act/notice`: text, section 9 gives that to `The Minister`; the waiver is void")]
    [InlineData("to: 2021-08-30", "11:9 PC932 this waiver lasts 91 days, and `act/notice` may be waived for 90 days at most; the waiver is void")]
    [InlineData("digest:", "2:9 PC933 `w` is bound to no version of `example`, so that it would excuse whatever the manifest comes to say; the waiver is void")]
    [InlineData("requestedBy: ada  LOVELACE", "7:14 PC936 `Ada Lovelace` asked for `w` and granted it; the waiver is void")]
    public void A_waiver_that_the_rule_does_not_allow_is_void_and_the_failure_stands(string line, string told)
    {
        var waiver = Waived.Waiver(lines: [line]);
        Assert.Equal([told], Waived.Of().Tells(waiver));
        Assert.Equal(RuleOutcome.Fail, Waived.Of().Outcome(waiver));
    }

    [Fact]
    public void The_longest_waiver_that_is_allowed_holds() => Assert.Equal(RuleOutcome.Waived, Waived.Of().Outcome(Waived.Waiver(lines: ["to: 2021-08-29"])));

    [Fact]
    public void An_office_is_the_same_however_it_is_spaced_and_capitalised() =>
        Assert.Equal(RuleOutcome.Waived, Waived.Of().Outcome(Waived.Waiver(lines: ["authority: the  minister"])));

    [Fact]
    public void Everything_that_makes_it_void_is_told_at_once() =>
        Assert.Equal(4, Waived.Of().Tells(Waived.Waiver(lines: ["authority: The Mayor", "to: 2022-06-30", "digest:", "requestedBy: Ada Lovelace"])).Count());

    [Fact]
    public void A_deployer_grants_nothing_to_itself()
    {
        var waiver = Waived.Waiver(lines: ["grantor: Acme Stores", $"digest: {Waived.DigestOf(WithName)}"]);
        Assert.Equal(["7:14 PC936 `Acme Stores` is the deployer of `example` and granted `w` to itself; the waiver is void"], WithDeployer(Waived.Rules).Tells(waiver));
        Assert.Equal(RuleOutcome.Fail, WithDeployer(Waived.Rules).Outcome(waiver));
    }

    [Fact]
    public void Somebody_else_grants_it_to_a_deployer_that_is_known() =>
        Assert.Equal(RuleOutcome.Waived, WithDeployer(Waived.Rules).Outcome(Waived.Waiver(lines: [$"digest: {Waived.DigestOf(WithName)}"])));

    [Fact]
    public void A_deployer_that_the_rule_itself_names_may() =>
        Assert.Equal(RuleOutcome.Waived, WithDeployer(Waived.Rules.Replace("[The Minister]", "[Acme Stores]", StringComparison.Ordinal))
            .Outcome(Waived.Waiver(lines: ["authority: Acme Stores", $"digest: {Waived.DigestOf(WithName)}"])));

    [Fact]
    public void A_rule_set_can_say_it_for_all_its_rules()
    {
        const string Facts = "consent: true\npolice: true";
        var waived = Waived.Of(other: "waivable: {by: [The Minister], citation: text}", manifests: ("example", Facts));
        Assert.Equal([RuleOutcome.Waived], waived.Outcomes("police", Waived.Waiver(lines: ["rule: act/police", "to: 2099-12-31", $"digest: {Waived.DigestOf(Facts)}"])));
    }

    private const string WithName = "deployer: {name: Acme Stores}\n" + Waived.Facts;

    private static Waived WithDeployer(string rules) => Waived.Of(
        rules: rules,
        vocabulary: Example.Vocabulary.Replace("facts:", "facts:\n  deployer.name: {type: text, meaning: who runs it, question: Who runs it?, askWho: operator}", StringComparison.Ordinal),
        manifests: ("example", WithName));
}
