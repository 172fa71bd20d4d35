using System.Globalization;
using PolicyCheck.Binding;
using PolicyCheck.Coverage;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Testing;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes what came of tests for a person at a terminal: a line for each file, and all that failed.</summary>
internal static class TestPage
{
    private const int Label = 10;

    /// <summary>Writes a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="coverage">What the cases reach, or null where that isn't shown.</param>
    /// <param name="page">A new page.</param>
    /// <param name="stream">Where to write.</param>
    public static void Write(TestRun run, CoverageOfRules? coverage, TextPage page, Stream stream)
    {
        foreach (var file in run.Files)
        {
            Write(file, page);
        }

        if (coverage is not null)
        {
            Write(coverage, page);
        }

        page.Gap();
        var (passed, failed) = (run.Passed, run.Failed);
        var refused = run.Files.Count(file => file.File.HasErrors);
        var read = run.Files.Length - refused;
        page.Line(0, TextPage.Styled($"{Cases(passed + failed)} in {Files(read)}: {passed} passed, {failed} failed{(refused > 0 ? $"; {Files(refused)} with errors not run" : "")}", failed + refused > 0 ? "bold red" : "bold green"));
        page.WriteTo(stream);
    }

    private static void Write(TestFileRun file, TextPage page)
    {
        var failed = file.Results.Where(result => !result.Passes).ToList();
        var (mark, colour, says) = file.File.HasErrors ? ("!", "bold red", "not run: it has errors") : failed.Count > 0 ? ("✗", "bold red", $"{failed.Count} of {Cases(file.Results.Length)} failed") : ("✓", "green", Cases(file.Results.Length));
        page.Row(0, 1, TextPage.Styled(mark, colour), $"{TextPage.Styled(file.File.Path)}  {TextPage.Styled(says, "dim")}");
        foreach (var result in failed)
        {
            Write(result, page);
        }
    }

    private static void Write(CaseResult result, TextPage page)
    {
        page.Gap();
        page.Row(2, 1, TextPage.Styled("✗", "bold red"), TextPage.Styled(result.Case.Name, "bold"));
        foreach (var mismatch in result.Mismatches)
        {
            page.Row(4, Label, TextPage.Styled("Expects", "blue"), $"{TextPage.Styled(mismatch.Subject)}: {TextPage.Styled(mismatch.Difference, "bold")}");
            page.Row(4, Label, TextPage.Styled("Case", "blue"), TextPage.Styled(Link(mismatch.Location)));
            if (mismatch.Finding is not { } finding)
            {
                continue;
            }

            page.Row(4, Label, TextPage.Styled("Rule", "blue"), TextPage.Styled($"{Link(finding.Rule.Location)}  {FindingText.Citation(finding.RuleSet, finding.Rule.Citation)}"));
            page.Row(4, Label, TextPage.Styled("As of", "blue"), TextPage.Styled(IsoDate.Format(result.Case.AsOf)));
            var stated = result.Case.Manifest.Facts.Concat(result.Case.Manifest.Uses[0].Facts).ToDictionary(fact => fact.Fact.Path, StringComparer.Ordinal);
            new TracePage(page, result.Case.AsOf, leaf => stated.TryGetValue(leaf.Fact.Path, out var fact)
                ? $"stated: {ValueText.Write(fact.Value, fact.Fact)} ({Link(fact.Location)})"
                : "not stated").Write(finding, 4, Label);
        }
    }

    private static void Write(CoverageOfRules coverage, TextPage page)
    {
        page.Gap();
        page.Line(0, TextPage.Styled(string.Create(CultureInfo.InvariantCulture, $"Coverage: {coverage.Percent} % ({coverage.Reached} of {coverage.Items.Length})"), "bold"));
        foreach (var item in coverage.Items.Where(item => !item.IsReached))
        {
            page.Row(2, 1, TextPage.Styled("✗", "yellow"), $"{TextPage.Styled(item.RuleId is { } rule ? $"{item.RuleSetId}/{rule}" : item.RuleSetId, "bold")}{TextPage.Styled($": no case {item.What}")} {TextPage.Styled($"({Link(item.Location)})", "dim")}");
        }
    }

    private static string Cases(int number) => number == 1 ? "1 case" : $"{number} cases";

    private static string Files(int number) => number == 1 ? "1 file" : $"{number} files";

    private static string Link(Location location) => $"{location.Path}:{location.Start.Line}:{location.Start.Column}";
}
