using PolicyCheck.Linting;

namespace PolicyCheck.Cli.Output;

/// <summary>Shows the page of a finding.</summary>
internal static class LintPages
{
    /// <summary>Writes the page, with its headings in bold.</summary>
    /// <param name="rule">What the page is about.</param>
    /// <param name="page">Where to write.</param>
    public static void Write(LintRule rule, TextPage page)
    {
        foreach (var line in rule.Page.TrimEnd('\n').Split('\n'))
        {
            if (line.Length == 0)
            {
                page.Gap();
            }
            else if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                page.Line(0, TextPage.Styled(line.TrimStart('#', ' ').Length > 0 && line[0] == '#' ? line.TrimStart('#', ' ') : line, line[0] == '#' ? "bold" : ""));
            }
        }
    }
}
