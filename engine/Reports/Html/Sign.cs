using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Reports.Html;

/// <summary>How a verdict, an outcome or a truth is shown: by a sign, a word and a colour, so that no two differ by colour alone.</summary>
/// <param name="Mark">One character that the word makes superfluous.</param>
/// <param name="Word">The word, in lower case.</param>
/// <param name="Tone">The class that colours it.</param>
internal sealed record Sign(string Mark, string Word, string Tone)
{
    public static Sign Of(Verdict verdict) => new(
        verdict switch { Verdict.NonCompliant => "✗", Verdict.Indeterminate => "?", Verdict.Compliant => "✓", _ => "–" },
        Words.Of(verdict).Replace("not-", "not ", StringComparison.Ordinal),
        verdict switch { Verdict.NonCompliant => "bad", Verdict.Indeterminate => "open", Verdict.Compliant => "good", _ => "calm" });

    public static Sign Of(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Fail => new("✗", "fails", "bad"),
        RuleOutcome.Error => new("!", "error", "bad"),
        RuleOutcome.Indeterminate => new("?", "open", "open"),
        RuleOutcome.Waived => new("~", "waived", "open"),
        RuleOutcome.Pass => new("✓", "passes", "good"),
        _ => new("–", "not applicable", "calm"),
    };

    public static Sign Of(Truth truth) => truth switch
    {
        Truth.True => new("✓", "true", "good"),
        Truth.False => new("✗", "false", "bad"),
        _ => new("?", "unknown", "open"),
    };

    /// <summary>The sign and the word.</summary>
    public Markup Badge => $"<span class=\"badge {Tone}\"><span aria-hidden=\"true\">{Mark}</span> {Word}</span>";
}
