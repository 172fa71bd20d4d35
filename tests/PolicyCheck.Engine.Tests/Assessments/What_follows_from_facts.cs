using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Tests.Assessments;

public sealed class What_follows_from_facts
{
    private const string Vocabulary = """
        vocabulary: example
        facts:
          public: {type: flag, meaning: Whether it is public, question: Is it public?, askWho: operator}
          level: {type: choice, values: {none: none, city: a city, state: a state}, meaning: the level, question: Which level?, askWho: operator}
          places: {type: places, meaning: where it runs, question: Where?, askWho: operator}
          use.peopleIn: {type: places, meaning: where people are, question: Where are they?, askWho: operator, sameAs: places}
        implications:
          - {title: a private body has no level, when: {public: false}, then: {level: none}}
          - {title: a level is of a public body, when: {level: [city, state]}, then: {public: true}}

        """;

    [Theory]
    [InlineData("public: false", "requires: {level: none}", RuleOutcome.Pass)]
    [InlineData("public: false", "requires: {level: city}", RuleOutcome.Fail)]
    [InlineData("public: true", "requires: {level: city}", RuleOutcome.Indeterminate)]
    [InlineData("level: city", "requires: {public: true}", RuleOutcome.Pass)]
    [InlineData("level: none", "requires: {public: true}", RuleOutcome.Indeterminate)]
    [InlineData("places: [DE]", "requires: {use.peopleIn: DE}", RuleOutcome.Pass)]
    [InlineData("places: [DE]\nuses: [{id: a, peopleIn: [US]}]", "requires: {use.peopleIn: DE}", RuleOutcome.Fail)]
    [InlineData("level: city", "requires: {use.peopleIn: DE}", RuleOutcome.Indeterminate)]
    public void A_fact_that_follows_from_another_need_not_be_stated(string facts, string rule, RuleOutcome outcome) =>
        Assert.Equal(outcome, Finding(facts, rule).Outcome);

    [Fact]
    public void A_report_says_from_what_a_fact_follows()
    {
        var fact = Finding("public: false", "requires: {level: city}").Facts.Single(fact => fact.Fact.Path == "level");
        Assert.Equal("follows from public, claimed", FindingText.Basis(fact));
        Assert.Equal(2, fact.Location.Start.Line);
    }

    [Theory]
    [InlineData("public: false\nlevel: city", "level can't be city where public is false (line 2): a private body has no level")]
    [InlineData("public: false\nlevel: none", null)]
    [InlineData("places: [DE]\nuses: [{id: a, peopleIn: [US]}]", null)]
    public void Facts_that_cannot_hold_together_are_an_error_of_the_manifest(string facts, string? message)
    {
        var uses = facts.Contains("uses", StringComparison.Ordinal) ? "" : "\nuses: [{id: a}]";
        var file = ManifestReader.Read("example.manifest.yaml", Encoding.UTF8.GetBytes($"manifest: example\n{facts}{uses}\n"), Library("requires: {level: city}").Vocabulary);
        Assert.Equal(message, file.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == FactsCodes.Contradiction)?.Message);
        Assert.Equal(message is not null, file.Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error));
    }

    [Theory]
    [InlineData("{title: t, when: {publik: false}, then: {level: none}}", FactsCodes.BadDeclaration)]
    [InlineData("{title: t, when: {public: false}, then: {level: town}}", FactsCodes.UnknownValue)]
    [InlineData("{title: t, when: {places: DE}, then: {level: city}}", FactsCodes.BadDeclaration)]
    [InlineData("{title: t, when: {public: false, level: city}, then: {level: city}}", FactsCodes.BadDeclaration)]
    public void An_implication_that_cannot_be_carried_out_is_an_error_of_the_vocabulary(string implication, string code) =>
        Assert.Contains(Example.LoadWith($"{Vocabulary.TrimEnd()}\n  - {implication}\n").Diagnostics, diagnostic => diagnostic.Code == code);

    [Theory]
    [InlineData("use.peopleIn")]
    [InlineData("public")]
    [InlineData("nothing")]
    public void A_fact_can_only_be_the_same_as_another_of_its_type(string other) =>
        Assert.Contains(Example.LoadWith(Vocabulary.Replace("sameAs: places", $"sameAs: {other}", StringComparison.Ordinal)).Diagnostics, diagnostic => diagnostic.Code == FactsCodes.BadDeclaration);

    private static Finding Finding(string facts, string rule)
    {
        var library = Library(rule);
        return new Assessor(library).Assess(Example.Manifest(facts, library.Vocabulary), Example.Day(Example.Today)).Uses.Single().Findings.Single();
    }

    private static RuleLibrary Library(string rule)
    {
        var library = Example.LoadWith(Vocabulary, Example.RuleSet(Example.Rule("r", rule)));
        Assert.Empty(library.Diagnostics);
        return library;
    }
}
