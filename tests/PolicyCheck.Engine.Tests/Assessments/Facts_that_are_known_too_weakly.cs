using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.Tests.Waivers;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Assessments;

public sealed class Facts_that_are_known_too_weakly
{
    [Theory]
    [InlineData("requires: {consent: true}", "consent: true", RuleOutcome.Indeterminate)]
    [InlineData("requires: {consent: true}", "consent: false", RuleOutcome.Indeterminate)]
    [InlineData("requires: {consent: true}", "consent: {value: true, basis: documented}", RuleOutcome.Pass)]
    [InlineData("requires: {consent: true}", "consent: {value: false, basis: documented}", RuleOutcome.Fail)]
    [InlineData("requires: {consent: {known: true}}", "consent: true", RuleOutcome.Indeterminate)]
    [InlineData("requires: {consent: {known: false}}", "consent: true", RuleOutcome.Indeterminate)]
    [InlineData("requires: {consent: {known: false}}", "police: true", RuleOutcome.Pass)]
    [InlineData("requires: {any: [{consent: true}, {not: {consent: true}}]}", "consent: true", RuleOutcome.Pass)]
    [InlineData("requires: {consent: {basis: claimed}}", "consent: true", RuleOutcome.Indeterminate)]
    [InlineData("requires: {consent: {notOlderThan: 1 year}}", "consent: {value: true, on: 2021-06-01}", RuleOutcome.Indeterminate)]
    public void Nothing_is_known_of_them_not_even_that_they_are_stated(string rule, string facts, RuleOutcome outcome) => Assert.Equal(outcome, Finding(facts, rule).Outcome);

    [Fact]
    public void They_are_missing_and_the_report_says_what_is_asked_for()
    {
        var finding = Finding("places: [US]\nconsent: true", "when: {places: US-OR}\nrequires: {consent: true}");
        Assert.Equal(["consent", "places"], Example.Missing(finding));
        Assert.Equal("depends on consent (stated as claimed in line 3; asks for documented) and places (stated as claimed in line 2; asks for documented)", Words.DependsOn(finding));
        Assert.Equal("only claimed in line 3: have it documented", BasisText.Weak(finding.Weak[0]));
        Assert.Empty(finding.Facts);
    }

    [Fact]
    public void A_value_that_would_narrow_the_answers_doesnt_once_it_is_unproven()
    {
        const string rule = "requires: {retention: {atMost: 40 days}}";
        Assert.Equal(RuleOutcome.Pass, Finding("retention: 1 month", rule, Basis.Claimed).Outcome);
        Assert.Equal(RuleOutcome.Indeterminate, Finding("retention: 1 month", rule).Outcome);
    }

    [Fact]
    public void A_place_that_is_only_claimed_lets_rules_of_all_places_speak()
    {
        const string rule = "requires: {consent: true}";
        var set = Example.RuleSet(Example.Rule("r", rule), places: "[DE]");
        Assert.Equal(FindingReason.Elsewhere, Find(Basis.Claimed).Reason);
        Assert.Equal((FindingReason.Evaluated, RuleOutcome.Indeterminate), (Find(Basis.Documented).Reason, Find(Basis.Documented).Outcome));

        Finding Find(Basis basis) => Example.Assess("places: [US]", Example.Today, Asking(basis), set).Uses[0].Findings.Single();
    }

    [Theory]
    [InlineData("consent: true\npolice: false", Basis.Claimed, "compliant on claims alone: all 2 facts it rests on are only claimed; see --min-basis")]
    [InlineData("consent: {value: true, basis: measured}\npolice: false", Basis.Claimed, "compliant on claims alone: 1 of the 2 facts it rests on is only claimed; see --min-basis")]
    [InlineData("consent: {value: true, basis: measured}\npolice: {value: false, basis: documented}", Basis.Documented, null)]
    [InlineData("consent: {value: true, basis: attested}\npolice: {value: false, basis: attested}", Basis.Attested, null)]
    [InlineData("consent: {value: true, basis: attested}\npolice: true", null, null)]
    public void A_compliant_verdict_says_on_how_well_known_facts_it_rests(string facts, Basis? basis, string? told)
    {
        var library = Example.Load(Example.RuleSet(Example.Rule("r", "requires: {consent: true}") + Example.Rule("s", "prohibits: {police: true}")));
        var assessor = new Assessor(library);
        var assessment = assessor.Assess(Example.Manifest(facts, library.Vocabulary), Example.Day(Example.Today));
        var marked = new VerdictBasis(assessor, new(Register(library), library), AssessmentOptions.Default).Mark([assessment])[0];
        Assert.Equal(basis, marked.Basis);
        Assert.Equal(told, BasisText.ClaimsAlone(marked, AssessmentOptions.Default));
    }

    [Theory]
    [InlineData("", Basis.Attested)]
    [InlineData("conditions: {cameras: {atMost: 3}}", Basis.Measured)]
    public void A_waived_verdict_stands_only_as_long_as_the_waiver_covers(string line, Basis basis)
    {
        const string facts = "consent: {value: false, basis: attested}\npolice: {value: false, basis: attested}\ncameras: {value: 3, basis: measured}";
        var scene = Waived.Of(manifests: ("example", facts));
        Assert.Equal(basis, scene.RestsOn(Waived.Waiver("w", [$"digest: {Waived.DigestOf(facts)}", .. line.Length == 0 ? Array.Empty<string>() : [line]])));
    }

    [Theory]
    [InlineData(Basis.Claimed)]
    [InlineData(Basis.Attested)]
    public void A_deployer_that_only_claims_its_name_still_cannot_excuse_itself(Basis basis)
    {
        const string vocabulary = "vocabulary: v\nfacts:\n  consent: {type: flag, meaning: Whether people agreed, question: Agreed?, askWho: operator}\n  police: {type: flag, meaning: Whether the police run it, question: Police?, askWho: operator}\n  deployer.name: {type: text, meaning: the name, question: Who?, askWho: operator}\n";
        const string facts = "consent: {value: false, basis: attested}\npolice: {value: false, basis: attested}\ndeployer.name: Ada Lovelace";
        var waived = Waived.Of(options: Asking(basis), vocabulary: vocabulary, manifests: ("example", facts)).Outcome(Waived.Waiver("w", [$"digest: {Waived.DigestOf(facts)}"]));
        Assert.Equal(RuleOutcome.Fail, waived);
    }

    private static FindingText Words => new(Facts.Vocabulary.Empty, Example.Day(Example.Today));

    private static AssessmentOptions Asking(Basis basis) => new() { MinBasis = basis };

    private static PolicyCheck.Waivers.WaiverRegister Register(RuleSets.RuleLibrary library) => PolicyCheck.Waivers.WaiverRegister.Of([], library);

    private static Finding Finding(string facts, string rule, Basis basis = Basis.Documented) =>
        Example.Assess(facts, Example.Today, Asking(basis), Example.RuleSet(Example.Rule("r", rule))).Uses[0].Findings.Single();
}
