using System.Collections.Immutable;
using System.Globalization;
using PolicyCheck.Cli.Benching;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes a measurement for a person at a terminal: a line for each step, with what it was before.</summary>
internal static class BenchPage
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["load"] = "reading and checking all rules",
        ["compile"] = "compiling the rules that the manifests need, and judging them once",
        ["read"] = "reading the manifests",
        ["judge"] = "judging the manifests, all compiled",
    };

    /// <summary>Writes a measurement.</summary>
    /// <param name="result">The measurement.</param>
    /// <param name="changes">How it compares with an earlier one; empty where there is none.</param>
    /// <param name="page">A new page.</param>
    /// <param name="stream">Where to write.</param>
    public static void Write(BenchResult result, ImmutableArray<BenchChange> changes, TextPage page, Stream stream)
    {
        page.Line(0, TextPage.Styled($"{Count(result.RuleSets, "rule set")} with {Count(result.Rules, "rule")}, {Count(result.Manifests, "manifest")} of {result.ManifestBytes.ToString("N0", CultureInfo.InvariantCulture)} bytes, medians of {Count(result.Rounds, "round")}", "bold"));
        page.Line(0, TextPage.Styled("Times what YamlDotNet's parser alone takes on the same files", "dim"));
        page.Gap();
        foreach (var step in result.Steps)
        {
            page.Row(2, 8, TextPage.Styled(step.Name, "bold"), TextPage.Styled(string.Create(
                CultureInfo.InvariantCulture,
                $"{step.Ratio,8:0.00} times  {step.Milliseconds,10:0.000} ms against {step.YardstickMilliseconds:0.000} ms")));
            if (changes.FirstOrDefault(change => change.Name == step.Name) is { } change)
            {
                page.Row(2, 8, "", TextPage.Styled(
                    string.Create(CultureInfo.InvariantCulture, $"{change.Then,8:0.00} before; {change.PerCent:+0.0;-0.0;0.0} %{(change.HasGrown ? ": grew beyond what is allowed" : "")}"),
                    change.HasGrown ? "bold red" : "dim"));
            }

            page.Row(2, 8, "", TextPage.Styled(Meanings[step.Name], "dim"));
        }

        page.WriteTo(stream);
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
