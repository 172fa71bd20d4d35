using System.Globalization;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Cli.Output;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Fleets;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cli.Fleets;

/// <summary>Writes for a person what came of a fleet: by rule and by place, those with most failures first.</summary>
/// <param name="page">The page.</param>
/// <param name="summary">What came of it.</param>
/// <param name="vocabulary">What names places.</param>
/// <param name="request">What was asked for.</param>
internal sealed class FleetPage(TextPage page, FleetSummary summary, Vocabulary vocabulary, CheckRequest request)
{
    private const int Most = 20;
    private const int NumberWidth = 12;

    /// <summary>Writes the page.</summary>
    public void Write()
    {
        if (!request.Quiet)
        {
            WriteRules();
            WritePlaces();
        }

        WriteSums();
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Counted(params IEnumerable<(long Count, string What, string Style)> counts) =>
        string.Join(TextPage.Styled(", "), counts.Where(one => one.Count > 0).Select(one => TextPage.Styled($"{Number(one.Count)} {one.What}", one.Style)));

    private void WriteRules()
    {
        var rules = request.Explain == Explain.Full ? summary.Rules : [.. summary.Rules.Take(Most)];
        if (rules.IsEmpty)
        {
            return;
        }

        page.Line(0, TextPage.Styled("Rules, by the manifests that break them", "bold"));
        foreach (var rule in rules)
        {
            var counts = Counted((rule.Failing, "fail", "red"), (rule.Errors, "in error", "bold red"), (rule.Open, "open", "yellow"), (rule.Waived, "waived", "yellow"));
            page.Row(2, 0, "", $"{TextPage.Styled(rule.Rule, "bold")} {TextPage.Styled($"({Words.Of(rule.Severity)}{(rule.IsAdvisory ? ", advisory" : "")})", "dim")}{TextPage.Styled(": ")}{counts}");
        }

        More(summary.Rules.Length - rules.Length, "rule");
        page.Gap();
    }

    private void WritePlaces()
    {
        var places = request.Explain == Explain.Full ? summary.Places : [.. summary.Places.Take(Most)];
        if (places.IsEmpty)
        {
            return;
        }

        page.Line(0, TextPage.Styled("Places, by the manifests that aren't compliant", "bold"));
        foreach (var place in places)
        {
            var name = place.Place.Length == 0 ? "no place stated" : vocabulary.NameOf(new(place.Place));
            page.Row(2, 0, "", $"{TextPage.Styled(name, "bold")}{TextPage.Styled(": ")}{OfVerdicts(place.Of)}");
        }

        More(summary.Places.Length - places.Length, "place");
        page.Gap();
    }

    private void More(int left, string what)
    {
        if (left > 0)
        {
            page.Line(2, TextPage.Styled($"and {Amount.Of(left, $"more {what}")}, told with --explain full", "dim"));
        }
    }

    private static string OfVerdicts(Func<Verdict, long> of) => Counted(
        Enum.GetValues<Verdict>().Reverse().Select(verdict => (of(verdict), Words.Of(verdict).Replace('-', ' ').Replace("non compliant", "non-compliant", StringComparison.Ordinal), VerdictWords.Colour(verdict))));

    private void WriteSums()
    {
        var verdict = summary.Worst;
        page.Row(0, 1, VerdictWords.Mark(verdict), $"{TextPage.Styled($"{Number(summary.Judged)} {(summary.Judged == 1 ? "manifest" : "manifests")}: ", "bold")}{(summary.Judged == 0 ? TextPage.Styled("none was judged") : OfVerdicts(summary.Of))}{(summary.Refused == 0 ? "" : TextPage.Styled($"; {Number(summary.Refused)} {(summary.Refused == 1 ? "document" : "documents")} refused", "bold red"))}");
        page.Line(0, TextPage.Styled($"As of {IsoDate.Format(request.AsOf)}{BasisText.Counted(request.Options.MinBasis)}. {Report.Notice}", "dim"));
    }
}
