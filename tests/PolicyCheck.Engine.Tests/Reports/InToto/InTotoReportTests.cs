using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyCheck.Assessments;
using PolicyCheck.Loading;
using PolicyCheck.Reports;
using PolicyCheck.Reports.InToto;
using PolicyCheck.RuleSets;
using PolicyCheck.Signing;
using PolicyCheck.Tests.Reports.Oscal;
using PolicyCheck.Tests.Reports.Sarif;
using PolicyCheck.Tests.Schemas;
using PolicyCheck.Tests.Signing;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Reports.InToto;

public sealed class InTotoReportTests
{
    private const string Verdict = "urn:policycheck:verdict:v1";
    private const string Verification = "https://in-toto.io/attestation/svr/v0.2";
    private const string Tests = "https://in-toto.io/attestation/test-result/v0.1";
    private const string Mixed = "police: true\nconsent: true\nsector: retail\nuses: [{id: only}]";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", TypeInfoResolver = JsonSerializerOptions.Default.TypeInfoResolver };

    private static readonly Lazy<RuleLibrary> BuiltIn = new(() => RuleLibraryLoader.Load(BuiltInRules.Files));

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var path in ShippedFiles.All().Where(path => path.EndsWith(".manifest.yaml", StringComparison.Ordinal)))
        {
            data.Add(path, "2021-06-15");
            data.Add(path, "2026-11-23");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_is_said_of_an_example_keeps_to_the_specifications_and_to_what_was_found(string path, string day)
    {
        var report = SarifExample.Report(BuiltIn.Value, Example.Day(day), [(path, File.ReadAllText(Golden.PathOf(path)))]);
        var statements = Statements(report);
        Assert.Equal([Verdict, Verification, Tests], statements.Select(statement => statement["predicateType"]!.GetValue<string>()));
        Assert.All(statements, statement => Assert.Empty(StatementRules.Problems(statement)));
        AssertNothingIsNamedThatDidNotPass(report);
        AssertThatTheListsHaveEachTestOnce(report);
    }

    [Theory]
    [InlineData(0, "_type", "\"https://in-toto.io/Statement/v0.1\"")]
    [InlineData(0, "subject", "[]")]
    [InlineData(0, "subject", "[{\"name\": \"a\"}]")]
    [InlineData(0, "predicateType", "\"https://in-toto.io/attestation/svr/v9\"")]
    [InlineData(0, "predicate/ruleSets", "[{\"name\": \"a\"}]")]
    [InlineData(1, "predicate/verifier", "{\"id\": \"urn:a:b\"}")]
    [InlineData(1, "predicate/verifier", "{\"id\": \"no address\", \"policies\": []}")]
    [InlineData(1, "predicate/timeCreated", "\"2021-06-15\"")]
    [InlineData(1, "predicate/properties", "[\"SLSA_BUILD_LEVEL_3\"]")]
    [InlineData(2, "predicate/result", "\"INDETERMINATE\"")]
    [InlineData(2, "predicate/result", "\"FAILED\"")]
    [InlineData(2, "predicate/configuration", "null")]
    [InlineData(2, "predicate/passedTests", "{}")]
    public void The_rules_refuse_a_broken_statement(int which, string place, string value)
    {
        var statement = Statements(SarifExample.Report(Mixed))[which];
        Assert.Empty(StatementRules.Problems(statement));
        var parent = place.StartsWith("predicate/", StringComparison.Ordinal) ? statement["predicate"]! : statement;
        parent[place.Split('/')[^1]] = JsonNode.Parse(value);
        Assert.NotEmpty(StatementRules.Problems(statement));
    }

    [Fact]
    public void The_subject_is_the_file_of_the_manifest()
    {
        var report = SarifExample.Report(Mixed, "a b/ä\n\u202E.manifest.yaml");
        var subject = Statements(report)[0]["subject"]!.AsArray().Single()!;
        Assert.Equal("a b/ä\n\u202E.manifest.yaml", subject["name"]!.GetValue<string>());
        Assert.Equal(report.Assessments[0].Manifest.Digest, $"sha256:{subject["digest"]!["sha256"]!.GetValue<string>()}");
        Assert.DoesNotContain('\u202E', Written(report));
    }

    [Theory]
    [InlineData(RuleOutcome.Pass, null, "statute", "passedTests", "PASSED")]
    [InlineData(RuleOutcome.Pass, "a doubt", "statute", "warnedTests", "WARNED")]
    [InlineData(RuleOutcome.Indeterminate, null, "statute", "warnedTests", "WARNED")]
    [InlineData(RuleOutcome.Waived, null, "statute", "warnedTests", "WARNED")]
    [InlineData(RuleOutcome.Error, null, "statute", "warnedTests", "WARNED")]
    [InlineData(RuleOutcome.Fail, "a doubt", "statute", "warnedTests", "WARNED")]
    [InlineData(RuleOutcome.Fail, null, "statute", "failedTests", "FAILED")]
    [InlineData(RuleOutcome.Fail, null, "guidance", "warnedTests", "WARNED")]
    [InlineData(RuleOutcome.NotApplicable, null, "statute", null, "WARNED")]
    public void A_rule_is_named_under_what_came_of_it(RuleOutcome outcome, string? doubt, string standing, string? list, string result)
    {
        var report = SarifExample.With(
            SarifExample.Report(Example.Today, [("a.manifest.yaml", "manifest: a\ncameras: 30\nuses: [{id: only}]")], Example.RuleSet(Example.Rule("r", "requires: {cameras: {atMost: 10}}"), standing: standing)),
            finding => finding with { Outcome = outcome, Doubt = doubt });
        var predicate = Statements(report)[2]["predicate"]!;
        Assert.Equal(result, predicate["result"]!.GetValue<string>());
        foreach (var name in new[] { "passedTests", "warnedTests", "failedTests" })
        {
            Assert.Equal(name == list ? ["a/only: act/r"] : [], Names(predicate[name]));
        }

        AssertNothingIsNamedThatDidNotPass(report);
    }

    [Fact]
    public void A_rule_that_one_use_breaks_is_not_verified_though_another_keeps_it()
    {
        const string uses = "manifest: a\nuses:\n  - {id: kept, live: false}\n  - {id: broken, live: true}\n";
        var report = SarifExample.Report(Example.Today, [("a.manifest.yaml", uses)], Example.RuleSet(Example.Rule("r", "requires: {use.live: false}")));
        Assert.Empty(Properties(report));
        var other = SarifExample.Report(Example.Today, [("a.manifest.yaml", "manifest: a\nuses: [{id: kept, live: false}]\n---\nmanifest: b\nuses: [{id: broken, live: true}]\n")], Example.RuleSet(Example.Rule("r", "requires: {use.live: false}")));
        Assert.Empty(Properties(other));
        Assert.Equal(3, Statements(other).Count);
    }

    [Fact]
    public void All_that_passes_is_verified_by_name_and_the_file_complies()
    {
        var report = SarifExample.Report(Example.Today, [("a.manifest.yaml", "manifest: a\nuses: [{id: kept, live: false}]")], Example.RuleSet(Example.Rule("not-live", "requires: {use.live: false}"), id: "the-act"));
        Assert.Equal(["POLICYCHECK_COMPLIANT", "POLICYCHECK_THE_ACT__NOT_LIVE_PASS"], Properties(report));
        Assert.Equal("2021-06-15T00:00:00Z", Statements(report)[1]["predicate"]!["timeCreated"]!.GetValue<string>());
        var waived = SarifExample.With(report, finding => finding with { Outcome = RuleOutcome.Waived });
        Assert.Empty(Properties(waived));
    }

    [Fact]
    public void Of_a_file_with_a_refused_manifest_nothing_is_verified()
    {
        var report = SarifExample.Report(Example.Today, [("a.manifest.yaml", "manifest: a\nuses: [{id: kept, live: false}]\n---\nmanifest: b\npolicee: true\nuses: [{id: only}]\n")], Example.RuleSet(Example.Rule("r", "requires: {use.live: false}")));
        var statements = Statements(report);
        Assert.Empty(Properties(report));
        Assert.Equal("WARNED", statements[2]["predicate"]!["result"]!.GetValue<string>());
        Assert.Equal("indeterminate", statements[0]["predicate"]!["verdict"]!.GetValue<string>());
        Assert.Equal(5, statements[0]["predicate"]!["problems"]![0]!["line"]!.GetValue<int>());
    }

    [Fact]
    public void Our_verdict_says_what_the_others_have_no_words_for()
    {
        var report = SarifExample.Report(Mixed);
        var waiver = new Waiver("w-1", "act/no-police", "example", null, [], "A trial", "J. Doe", "The council", new(2021, 1, 1), new(2021, 12, 31), report.Assessments[0].Manifest.Location);
        var predicate = Statements(SarifExample.With(report, finding => finding.Rule.Id == "no-police" ? finding with { Outcome = RuleOutcome.Waived, Waiver = waiver } : finding))[0]["predicate"]!;
        var findings = predicate["deployments"]![0]!["uses"]![0]!["findings"]!.AsArray().ToDictionary(finding => finding!["rule"]!.GetValue<string>(), finding => finding!);
        Assert.Equal(4, findings.Count);
        var (assessment, use) = (report.Assessments[0], report.Assessments[0].Uses[0]);
        Assert.All(use.Findings, finding => Assert.Equal(Fingerprint.Of(assessment, use, finding), findings[finding.Rule.QualifiedId]["fingerprint"]!.GetValue<string>()));
        Assert.Equal("J. Doe", findings["act/no-police"]["waiver"]!["grantor"]!.GetValue<string>());
        Assert.Equal("cameras", findings["act/few-cameras"]["missing"]![0]!.GetValue<string>());
        Assert.Equal("not-applicable", findings["act/trains-only"]["outcome"]!.GetValue<string>());
        Assert.NotNull(findings["act/remembered"]["doubt"]);
        Assert.Equal("2021-06-15", predicate["asOf"]!.GetValue<string>());
    }

    [Fact]
    public void Another_s_ECDSA_verifies_the_signature_over_the_type_and_the_payload()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var report = SarifExample.Report(Mixed) with { SigningKey = Keys.Signing(ecdsa.ExportPkcs8PrivateKeyPem()) };
        foreach (var envelope in Envelopes(report))
        {
            var payload = Convert.FromBase64String(envelope["payload"]!.GetValue<string>());
            var signature = Convert.FromBase64String(envelope["signatures"]!.AsArray().Single()!["sig"]!.GetValue<string>());
            byte[] signed = [.. Encoding.ASCII.GetBytes($"DSSEv1 28 application/vnd.in-toto+json {payload.Length} "), .. payload];
            Assert.True(ecdsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
            signed[^2] ^= 1;
            Assert.False(ecdsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }

        Assert.Equal(Written(report), Written(SarifExample.Report(Mixed) with { SigningKey = report.SigningKey }));
    }

    [Fact]
    public void Small_statements_are_what_was_agreed_on()
    {
        var statements = Statements(OscalExample.Small);
        Assert.All(statements, statement => Assert.Empty(StatementRules.Problems(statement)));
        Golden.Verify("tests/PolicyCheck.Engine.Tests/Reports/InToto/small.statements.json", new JsonArray([.. statements]).ToJsonString(Readable) + "\n");
    }

    [Fact]
    public void Each_line_is_an_envelope_that_verifies_with_the_public_key_and_no_other()
    {
        var lines = Written(OscalExample.Small with { SigningKey = Keys.Signing(Keys.Ed25519) }).TrimEnd('\n').Split('\n');
        using var other = Keys.P256();
        Assert.Equal(9, lines.Length);
        Assert.All(lines, line =>
        {
            Assert.True(DsseEnvelope.TryRead(Encoding.UTF8.GetBytes(line), out var envelope, out var problems), string.Join('\n', problems));
            Assert.True(envelope.Verifies(Keys.Verification(Keys.Ed25519Public)));
            Assert.False(envelope.Verifies(Keys.Verification(other.ExportSubjectPublicKeyInfoPem())));
        });
    }

    [Fact]
    public void Hostile_names_stay_texts_and_the_statements_sound()
    {
        const string hostile = " a\r\nb\t%0A:#?&\u0007\u202Ec\u2066\u2028<script>alert(1)</script>`*_|\\\"'日本😀 ";
        var quoted = JsonValue.Create(hostile).ToJsonString();
        var report = SarifExample.Report(
            Example.Today,
            [($"a folder/{hostile}.manifest.yaml", $"manifest: example\ntitle: {quoted}\nvendor: {quoted}\npolice: {{value: true, basis: documented, source: {quoted}}}\nuses: [{{id: only, title: {quoted}}}]\n")],
            SarifExample.Act);
        var statements = Statements(report);
        Assert.All(statements, statement => Assert.Empty(StatementRules.Problems(statement)));
        Assert.All(statements, statement => Assert.Equal($"a folder/{hostile}.manifest.yaml", statement["subject"]![0]!["name"]!.GetValue<string>()));
        Assert.Equal(hostile, statements[0]["predicate"]!["deployments"]![0]!["title"]!.GetValue<string>());
        Assert.DoesNotContain(Written(report), letter => letter != '\n' && (char.IsControl(letter) || letter > '~'));
        Assert.Equal(3, Written(report).Count(letter => letter == '\n'));
    }

    [Fact]
    public void Without_a_key_there_is_no_signature_and_the_same_report_gives_the_same_bytes()
    {
        var report = SarifExample.Report(Mixed);
        Assert.Equal(3, Envelopes(report).Count);
        Assert.All(Envelopes(report), envelope => Assert.Empty(envelope["signatures"]!.AsArray()));
        Assert.Equal(Written(report), Written(SarifExample.Report(Mixed)));
    }

    private static void AssertNothingIsNamedThatDidNotPass(Report report)
    {
        var unsure = Findings(report).Where(finding => finding.Outcome != RuleOutcome.NotApplicable && finding is not { Outcome: RuleOutcome.Pass, Doubt: null }).Select(finding => VerificationPredicate.NameOf(finding.Rule));
        var passed = Findings(report).Where(finding => finding is { Outcome: RuleOutcome.Pass, Doubt: null }).Select(finding => VerificationPredicate.NameOf(finding.Rule)).Except(unsure);
        Assert.Equal(passed.Order(StringComparer.Ordinal), Properties(report).Where(name => name != VerificationPredicate.Compliant));
    }

    private static void AssertThatTheListsHaveEachTestOnce(Report report)
    {
        var predicate = Statements(report)[2]["predicate"]!;
        var named = new[] { "passedTests", "warnedTests", "failedTests" }.SelectMany(name => Names(predicate[name])).Order(StringComparer.Ordinal);
        var judged =
            from assessment in report.Assessments
            from use in assessment.Uses
            from finding in use.Findings
            where finding.Outcome != RuleOutcome.NotApplicable
            select $"{assessment.Manifest.Id}/{use.Use.Id}: {finding.Rule.QualifiedId}";
        Assert.Equal(judged.Order(StringComparer.Ordinal), named);
    }

    private static IEnumerable<Finding> Findings(Report report) => report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings);

    private static List<string> Properties(Report report) => Names(Statements(report)[1]["predicate"]!["properties"]);

    private static List<string> Names(JsonNode? list) => [.. list!.AsArray().Select(name => name!.GetValue<string>())];

    private static List<JsonNode> Statements(Report report) =>
        [.. Envelopes(report).Select(envelope => JsonNode.Parse(Convert.FromBase64String(envelope["payload"]!.GetValue<string>()))!)];

    private static List<JsonNode> Envelopes(Report report)
    {
        List<JsonNode> envelopes = [.. Written(report).TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!)];
        Assert.All(envelopes, envelope => Assert.Equal("application/vnd.in-toto+json", envelope["payloadType"]!.GetValue<string>()));
        return envelopes;
    }

    private static string Written(Report report)
    {
        using var output = new MemoryStream();
        InTotoReport.Write(report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
