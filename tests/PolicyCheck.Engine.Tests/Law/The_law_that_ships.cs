using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Law;

public sealed class The_law_that_ships
{
    private static readonly RuleLibrary Library = RuleLibraryLoader.Load(BuiltInRules.Files);
    private static readonly RulesEngineEvaluator Engine = new();
    private static readonly Assessor Assessor = new(Library, Engine);

    public static TheoryData<string> RuleSets { get; } = [.. Library.RuleSets.Select(set => set.Id)];

    public static TheoryData<string> Places { get; } = [.. Library.RuleSets.SelectMany(set => set.Jurisdictions).Select(Inside).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_at_least_sixty_instruments_of_at_least_twenty_five_jurisdictions()
    {
        Assert.InRange(Library.RuleSets.Length, 60, 1000);
        Assert.InRange(Library.RuleSets.SelectMany(set => set.Jurisdictions).Where(place => !place.IsWorld).Distinct().Count(), 25, 1000);
    }

    [Theory]
    [InlineData("us-il-bipa us-wa-rcw-43-386 us-md-criminal-procedure-2-501 us-tx-cubi us-mt-44-15 us-or-portland-34-10 us-va-facial-recognition us-ny-nyc-22-1201 us-me-25-6001 us-ny-state-technology-106-b us-ut-77-23e us-ut-77-23d-106 us-co-24-18-301 us-md-labor-3-717 us-ca-penal-832-19 us-al-15-10-111")]
    [InlineData("us-md-baltimore-18-1 us-ma-c6-220 us-vt-act-166 us-co-22-32-150 us-co-6-1-1314 us-ma-boston-16-62 us-ca-san-francisco-19b us-mn-minneapolis-ban us-ct-public-act-26-64 us-il-725-167-17 us-il-105-5-10-20-40 us-coppa-rule-2025 us-doj-28-cfr-202 us-nh-5-d us-cbp-biometric-entry-exit")]
    [InlineData("eu-ai-act eu-led-2016-680 eu-gdpr gb-dpa-2018-part-3 cn-fr-measures-2025 ca-qc-lccjti au-privacy-act ar-c-srfp-5-688 coe-convention-108-guidelines coe-echr-glukhin br-lei-geral-do-esporte it-dl-139-2021-moratorium")]
    [InlineData("us-ftc-rite-aid us-ftc-everalbum us-ftc-intellivision us-omb-m-25-21 us-dhs-directive-026-11 nist-frte-1n nist-sp-800-63a iso-19795-1 iso-19795-10 clearview-consent-order axon-body-camera-pledge")]
    public void What_was_to_be_encoded_first_is_there(string ids) => Assert.All(ids.Split(' '), id => Assert.NotNull(Library.Find(id)));

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void Of_every_text_each_provision_has_a_rule_or_a_reason_why_not(string id)
    {
        var set = Library.Find(id)!;
        var coverage = TextCoverage.Of(set);
        Assert.True(coverage.IsListed, "nobody has listed what it leaves out");
        Assert.Equal(set.Rules.Length + set.NotEncoded.Length, coverage.Provisions.Length);
        Assert.Equal(coverage.Provisions.Length, Enum.GetValues<ProvisionStatus>().Sum(coverage.Count));
        Assert.Equal(set.Rules.Select(rule => rule.Id), coverage.Provisions.Select(provision => provision.Rule).OfType<string>());
        Assert.All(coverage.Provisions, provision => Assert.Equal(provision.Rule is null, provision.Why is { Length: > 0 }));
        Assert.All(coverage.Provisions, provision => Assert.Contains(set.Sources, source => source.Id == provision.Citation.SourceId));
        Assert.NotEmpty(set.NotCovered);
    }

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void Every_text_says_how_it_was_read_and_when(string id) =>
        Assert.All(Library.Find(id)!.Sources, source => Assert.NotNull(source.Checked));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_deployment_of_which_only_place_and_sector_are_known_is_never_called_compliant(string place)
    {
        var sectors = Library.Vocabulary.Find("deployer.sector")!.Values.Select(value => value.Value);
        foreach (var (sector, day) in sectors.Select(sector => (sector, "2026-11-23")).Concat([("law-enforcement", "2022-01-01"), ("law-enforcement", "2027-12-02"), ("retail", "2022-01-01"), ("retail", "2027-12-02")]))
        {
            var assessment = Assessor.Assess(Manifest($"deployer.sector: {sector}\nplaces: [{place}]"), DateOnly.ParseExact(day, "yyyy-MM-dd", null));

            Assert.True(assessment.Verdict is Verdict.Indeterminate or Verdict.NotApplicable, $"{sector} in {place} on {day}: {assessment.Verdict}");
            Assert.All(assessment.Uses[0].Findings.Where(finding => finding.Outcome == RuleOutcome.Indeterminate), finding => Assert.True(finding.Missing.Length + finding.MissingParameters.Length > 0, finding.Rule.QualifiedId));
        }
    }

    [Theory]
    [InlineData("2025-12-31", RuleOutcome.Fail)]
    [InlineData("2026-01-01", RuleOutcome.NotApplicable)]
    public void Texas_sets_the_ordinances_of_its_cities_aside(string asOf, RuleOutcome outcome)
    {
        var ordinance = Example.RuleSet(Example.Rule("city-use", "prohibits: {deployer.level: municipal, system.function: identification}"), "us-tx-example-city", standing: "ordinance", places: "[US-TX/example-city]");
        var library = With(ordinance);
        var assessment = new Assessor(library, Engine).Assess(Manifest("deployer: {level: municipal}\nsystem.function: identification\nplaces: [US-TX/example-city]", library), Example.Day(asOf));
        var finding = Example.Finding("us-tx-example-city/city-use", assessment);
        Assert.Equal((outcome, outcome == RuleOutcome.Fail ? null : "us-tx-traiga"), (finding.Outcome, finding.SetAside?.By.Id));
    }

    [Fact]
    public void A_stadium_that_Brazil_obliges_to_what_Portland_forbids_learns_of_both()
    {
        const string Stadium = """
            deployer: {sector: sports-and-entertainment, publicBody: false}
            places: [BR-SP, US-OR/portland]
            system.function: [identification]
            uses:
              - id: gates
                purpose: [access-control]
                premises: [stadium]
                venueCapacity: 30000 people
                publiclyAccessibleSpace: true
                facesCaptured: [visitors]
                br-lei-geral-do-esporte: {admitsSpectators: true, otherBiometrics: false}
                us-or-portland-34-10: {publicAccommodation: true, neededToComplyWithLaw: false}
            """;
        var assessment = Assessor.Assess(Manifest(Stadium), Example.Day("2026-11-23"));
        Assert.Equal(RuleOutcome.Pass, Example.Finding("br-lei-geral-do-esporte/biometric-identification", assessment).Outcome);
        var ban = Example.Finding("us-or-portland-34-10/private-use", assessment);
        Assert.Equal(RuleOutcome.Fail, ban.Outcome);
        Assert.Equal([("br-lei-geral-do-esporte/biometric-identification", true)], ban.Clashes.Select(clash => (clash.Rule.QualifiedId, clash.CanBothBeKept)));
    }

    private static Manifest Manifest(string facts, RuleLibrary? library = null)
    {
        var text = $"manifest: example\n{facts}\n{(facts.Contains("uses:", StringComparison.Ordinal) ? "" : "uses: [{id: only}]\n")}";
        var file = ManifestReader.Read("example.manifest.yaml", Encoding.UTF8.GetBytes(text), (library ?? Library).Vocabulary);
        Assert.Empty(file.Diagnostics.Select(diagnostic => diagnostic.Message));
        return file.Manifests.Single();
    }

    private static RuleLibrary With(string ruleSet)
    {
        var library = RuleLibraryLoader.LoadAuthored([new("us-tx-example-city.rules.yaml", Encoding.UTF8.GetBytes(ruleSet))]);
        Assert.Empty(library.Diagnostics.Select(diagnostic => diagnostic.Message));
        return library;
    }

    // A real place for each jurisdiction: of a group its first member.
    private static string Inside(Place place) => place.IsWorld ? "AQ" : Library.Vocabulary.FindGroup(place.Code) is { } group ? group.Members[0].Place.Code : place.Code;
}
