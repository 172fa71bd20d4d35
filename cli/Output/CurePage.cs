using System.Collections.Immutable;
using PolicyCheck.Cures;
using PolicyCheck.Explanation;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes what would make a deployment compliant, or why nothing would.</summary>
internal sealed class CurePage(TextPage page, CureText words)
{
    private const int Indent = 4;
    private const int Label = 9;

    /// <summary>Writes what a search found.</summary>
    /// <param name="search">The search, or null where nobody asked for it.</param>
    public void Write(CureSearch? search)
    {
        if (search is not { WasNeeded: true })
        {
            return;
        }

        if (!search.Cures.IsEmpty)
        {
            WriteCures(search.Cures, search.Cures.Length == 1 ? "This would make it compliant:" : $"Any one of these {search.Cures.Length} sets of changes would make it compliant:", search.IsCapped);
        }
        else if (search.IsTooLarge || search.Obstacles.IsEmpty)
        {
            page.Line(2, TextPage.Styled("Whether a change would make it compliant is too much to compute.", "bold"));
        }
        else
        {
            WriteObstacles(search);
        }

        page.Gap();
    }

    // Why a change is needed is said where it is named first.
    private void WriteCures(ImmutableArray<Cure> cures, string heading, bool isCapped)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        page.Line(2, TextPage.Styled(heading, "bold"));
        for (var i = 0; i < cures.Length; i++)
        {
            page.Gap();
            page.Line(Indent, TextPage.Styled($"{i + 1}. {Amount.Of(cures[i].Changes.Length, "change")}", "bold"));
            foreach (var change in cures[i].Changes)
            {
                var text = CureText.Change(change);
                page.Row(Indent + 2, Label, TextPage.Styled(CureText.Kind(change.Kind), "blue"), TextPage.Styled(text));
                if (said.Add(text))
                {
                    page.Row(Indent + 2, Label, "", TextPage.Styled($"for {CureText.For(change.For)}", "dim"));
                }
            }
        }

        page.Gap();
        page.Line(2, TextPage.Styled($"Nothing was changed; each set was assessed as if it were so.{(isCapped ? " There may be others." : "")}", "dim"));
    }

    private void WriteObstacles(CureSearch search)
    {
        page.Line(2, TextPage.Styled("No change of a setting, a document or a use makes it compliant by itself:", "bold"));
        foreach (var reason in words.Obstacles(search.Obstacles))
        {
            page.Row(Indent, 1, "-", TextPage.Styled(reason));
        }

        if (!search.Partial.IsEmpty)
        {
            page.Gap();
            WriteCures(search.Partial, search.Partial.Length == 1 ? "For all the other rules this would do:" : $"For all the other rules any one of these {search.Partial.Length} sets of changes would do:", search.IsCapped);
        }
    }
}
