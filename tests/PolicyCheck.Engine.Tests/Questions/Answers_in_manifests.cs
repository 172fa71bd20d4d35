using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Questions;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Questions;

public sealed class Answers_in_manifests
{
    private static readonly RuleSets.RuleLibrary Library = RuleLibraryLoader.Load(BuiltInRules.Files.Where(file => file.IsVocabulary));

    [Theory]
    [InlineData(
        "manifest: m\ntitle: M\ndeployer:\n  sector: retail   # a shop\n\n# Each use.\nuses:\n  - id: a\n    purpose: [payment]\n",
        "manifest: m\ntitle: M\ndeployer:\n  sector: retail   # a shop\ndeployer.publicBody: {value: false, basis: documented, source: the register}\n\n# Each use.\nuses:\n  - id: a\n    purpose: [payment]\nrealTime: {value: true, basis: claimed}\n")]
    [InlineData(
        "manifest: m\nuses: [{id: a, purpose: [payment]}]\n",
        "manifest: m\ndeployer.publicBody: {value: false, basis: documented, source: the register}\nuses: [{realTime: {value: true, basis: claimed}, id: a, purpose: [payment]}]\n")]
    [InlineData(
        "manifest: m\ndeployer: {publicBody: null}\nuses:\n  - id: a\n    realTime: ~   # nobody knows",
        "manifest: m\ndeployer: {publicBody: {value: false, basis: documented, source: the register}}\nuses:\n  - id: a\n    realTime: {value: true, basis: claimed}   # nobody knows")]
    [InlineData(
        "{\"manifest\": \"m\", \"uses\": [{\"id\": \"a\"}]}",
        "{\"deployer.publicBody\": {\"value\":false,\"basis\":\"documented\",\"source\":\"the register\"}, \"manifest\": \"m\", \"uses\": [{\"realTime\": {\"value\":true,\"basis\":\"claimed\"}, \"id\": \"a\"}]}")]
    public void Answers_are_added_and_all_else_stays_as_its_author_wrote_it(string text, string expected)
    {
        var manifest = Read(text);
        ImmutableArray<GivenAnswer> answers = [Answer(manifest, "deployer.publicBody", "no", Basis.Documented, "the register"), Answer(manifest, "use.realTime", "yes", Basis.Claimed, null)];
        Assert.Equal(expected.Replace("\nrealTime", "\n    realTime", StringComparison.Ordinal), ManifestEdit.Add("m.manifest.yaml", text, manifest, answers, Library.Vocabulary));
    }

    [Fact]
    public void A_place_that_is_too_large_gives_way_to_the_exact_one()
    {
        const string Text = "manifest: m\nplaces:\n  - US\n  - DE\nuses:\n  - id: a\n";
        var manifest = Read(Text);
        Assert.Equal(
            "manifest: m\nplaces: {value: [US-OR/portland, DE], basis: claimed}\nuses:\n  - id: a\n",
            ManifestEdit.Add("m.manifest.yaml", Text, manifest, [Answer(manifest, "places", "US-OR/portland, DE", Basis.Claimed, null)], Library.Vocabulary));
    }

    [Theory]
    [InlineData("deployer.sector", "10", "retail")]
    [InlineData("deployer.roles", "1, carrier", "employer, carrier")]
    [InlineData("deployer.publicBody", "Y", "true")]
    [InlineData("safeguards.retention", "30 days", "30 days")]
    public void Answers_are_read_as_people_write_them(string fact, string answer, string value) =>
        Assert.Equal(value, Facts.ValueText.Write(Read(fact, answer).Value!, Library.Vocabulary.Find(fact)!));

    [Theory]
    [InlineData("deployer.sector", "99", "there is no answer 99: give a number from 1 to 24, or a value")]
    [InlineData("deployer.publicBody", "perhaps", "`perhaps` is neither true nor false, and deployer.publicBody is one of them: write `true` or `false`, or leave the line out where nobody knows")]
    [InlineData("safeguards.retention", "a while", "`a while` is not a length of time: write a number and a unit, such as `24 hours`, `30 days`, `6 months` or `3 years`")]
    public void An_answer_that_cant_be_understood_is_told_with_a_cure(string fact, string answer, string problem) =>
        Assert.Equal(problem, Read(fact, answer).Problems.Select(one => $"{one.Message}: {one.Cure}").Single());

    private static Manifest Read(string text) => ManifestReader.Read("m.manifest.yaml", Encoding.UTF8.GetBytes(text), Library.Vocabulary).Manifests.Single();

    private static (Value? Value, ImmutableArray<PolicyCheck.Text.Diagnostic> Problems) Read(string fact, string answer) =>
        AnswerReader.Read(answer, Library.Vocabulary.Find(fact)!, Library.Vocabulary, new(new("answers", ""), default));

    private static GivenAnswer Answer(Manifest manifest, string fact, string answer, Basis basis, string? source) =>
        new(new(Library.Vocabulary.Find(fact)!, fact.StartsWith("use.", StringComparison.Ordinal) ? manifest.Uses[0] : null), Read(fact, answer).Value!, basis, source, null);
}
