using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Cli.Output;

/// <summary>The marks and colours of verdicts, outcomes and truths; each also differs in its sign, for those who see no colours.</summary>
internal static class VerdictWords
{
    /// <summary>A verdict as a heading.</summary>
    public static string Heading(Verdict verdict) => TextPage.Styled($"{Sign(verdict)} {Words.Of(verdict).ToUpperInvariant()}", $"bold {Colour(verdict)}");

    /// <summary>A verdict's sign.</summary>
    public static string Mark(Verdict verdict) => TextPage.Styled(Sign(verdict), Colour(verdict));

    /// <summary>A verdict's name.</summary>
    public static string Name(Verdict verdict) =>
        TextPage.Styled(Words.Of(verdict), Colour(verdict)) + (verdict == Verdict.NotApplicable ? TextPage.Styled(" (no binding rule speaks to it)") : "");

    /// <summary>An outcome's sign and name.</summary>
    public static string Mark(RuleOutcome outcome)
    {
        var (sign, colour) = outcome switch
        {
            RuleOutcome.Fail => ("✗ fail", "bold red"),
            RuleOutcome.Error => ("! error", "bold red"),
            RuleOutcome.Indeterminate => ("? open", "bold yellow"),
            RuleOutcome.Waived => ("~ waived", "yellow"),
            RuleOutcome.Pass => ("✓ pass", "green"),
            _ => ("- n/a", "dim"),
        };
        return TextPage.Styled(sign, colour);
    }

    /// <summary>A truth's sign.</summary>
    public static string Mark(Truth truth) => truth switch
    {
        Truth.True => TextPage.Styled("✓", "green"),
        Truth.False => TextPage.Styled("✗", "red"),
        _ => TextPage.Styled("?", "yellow"),
    };

    private static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.NonCompliant => "✗",
        Verdict.Indeterminate => "?",
        Verdict.Compliant => "✓",
        _ => "-",
    };

    /// <summary>The colour of a verdict, in Spectre.Console's words.</summary>
    public static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.NonCompliant => "red",
        Verdict.Indeterminate => "yellow",
        Verdict.Compliant => "green",
        _ => "blue",
    };
}
