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
        var isExample = false;
        foreach (var paragraph in rule.Page.TrimEnd('\n').Split("\n\n"))
        {
            isExample = isExample || paragraph.StartsWith("```", StringComparison.Ordinal);
            if (isExample)
            {
                Array.ForEach([.. paragraph.Split('\n').Where(line => !line.StartsWith("```", StringComparison.Ordinal))], line => page.Line(0, TextPage.Styled(line)));
            }
            else
            {
                page.Line(0, TextPage.Styled(paragraph.TrimStart('#', ' ').Replace('\n', ' '), paragraph[0] == '#' ? "bold" : ""));
            }

            isExample = isExample && !paragraph.EndsWith("```", StringComparison.Ordinal);
            page.Gap();
        }
    }
}
