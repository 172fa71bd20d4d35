using System.Text.Json;

namespace PolicyCheck.Reports.InToto;

/// <summary>Says in-toto's test result: which rules are kept, open and broken.</summary>
internal static class TestPredicate
{
    /// <summary>The predicate's type.</summary>
    public const string Type = "https://in-toto.io/attestation/test-result/v0.1";

    /// <summary>Writes the fields.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="file">What it is said of.</param>
    public static void Write(Utf8JsonWriter json, Report report, AttestedFile file)
    {
        var tests = TestOutcomes.Of(file, report.Options).ToLookup(test => test.Value, test => test.Key);

        // Where no rule applies nothing is broken, and yet nothing was shown either.
        var isSound = file.IsWhole && !tests.Contains(TestOutcome.Warned) && tests.Contains(TestOutcome.Passed);
        json.WriteString("result", tests.Contains(TestOutcome.Failed) ? "FAILED" : isSound ? "PASSED" : "WARNED");
        Descriptors.WriteRuleSets(json, "configuration", report);
        WriteNames(json, "passedTests", tests[TestOutcome.Passed]);
        WriteNames(json, "warnedTests", tests[TestOutcome.Warned]);
        WriteNames(json, "failedTests", tests[TestOutcome.Failed]);
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> tests)
    {
        json.WriteStartArray(name);
        foreach (var test in tests)
        {
            json.WriteStringValue(test);
        }

        json.WriteEndArray();
    }
}
