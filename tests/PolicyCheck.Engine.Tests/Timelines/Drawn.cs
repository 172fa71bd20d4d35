using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Timelines;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Timelines;

/// <summary>Time lines of small examples.</summary>
internal static class Drawn
{
    public const string From = "2019-01-01";
    public const string Until = "2023-01-01";

    /// <summary>The time line of some facts by some rule sets.</summary>
    public static Timeline Of(string facts, params string[] ruleSets) => With(facts, null, AssessmentOptions.Default, ruleSets);

    /// <summary>The time line with a file of waivers; <c>DIGEST</c> in it is the manifest's.</summary>
    public static Timeline With(string facts, string? waivers, AssessmentOptions options, params string[] ruleSets)
    {
        var library = Example.Load(ruleSets);
        Assert.Empty(library.Diagnostics.Where(one => one.Level == Text.DiagnosticLevel.Error).Select(one => one.Message));
        var manifest = Example.Manifest(facts, library.Vocabulary);
        var register = waivers is null ? WaiverRegister.Empty : Register(waivers.Replace("DIGEST", manifest.Digest, StringComparison.Ordinal), library);
        return new Chronicler(library, new(library), register, options).Over(manifest, Example.Day(From), Example.Day(Until));
    }

    /// <summary>Each change as its day, the verdicts, and the kinds of its causes.</summary>
    public static IEnumerable<string> Said(Timeline timeline) =>
        timeline.Changes.Select(change => $"{change.Day:yyyy-MM-dd} {ChangeText.Verdict(change)}: {string.Join(", ", change.Causes.Select(cause => cause.Kind))}");

    /// <summary>All reasons in words.</summary>
    public static IEnumerable<string> Reasons(Timeline timeline) => timeline.Changes.SelectMany(change => change.Causes).Select(ChangeText.Cause);

    private static WaiverRegister Register(string text, RuleLibrary library)
    {
        var register = WaiverRegister.Of([WaiverReader.Read("waivers.yaml", Encoding.UTF8.GetBytes(text), library)], library);
        Assert.Empty(register.Diagnostics.Select(one => one.Message));
        return register;
    }
}
