using System.Text;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Reference;
using PolicyCheck.Reports;
using PolicyCheck.Waivers;

namespace PolicyCheck.Registers;

/// <summary>Writes a list of waivers as Markdown: a heading for each rule, and a table of who excused which deployment until when.</summary>
public static class WaiverListPage
{
    private static readonly string[] Header = ["Deployment", "Waiver", "State", "First day", "Last day", "Renewal", "Granted by", "Requested by", "Reason"];

    /// <summary>Writes the list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(WaiverList list, Stream output)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(output);
        var page = new MarkdownPage();
        page.Heading(1, $"Waivers as of {IsoDate.Format(list.AsOf)}");
        page.Paragraph(list.Entries.IsEmpty ? "There are none." : Sums(list));
        foreach (var rule in list.Entries.GroupBy(entry => entry.Waiver.Rule, StringComparer.Ordinal))
        {
            var (set, first) = (rule.First().RuleSet, rule.First().Rule);
            page.Heading(2, MarkdownText.Code(rule.Key));
            page.Paragraph($"{MarkdownText.Sentence(first.Title)} {MarkdownText.Escape(set.Title)}.");
            page.Table(Header, rule.Select(entry => Row(list, entry)));
        }

        page.Paragraph(Report.Notice);
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <summary>How many there are in each state, as a sentence.</summary>
    /// <param name="list">The list.</param>
    public static string Sums(WaiverList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var states = list.Entries.GroupBy(list.State, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}");
        return $"{list.Entries.Length} {(list.Entries.Length == 1 ? "waiver" : "waivers")}: {string.Join(", ", states)}.";
    }

    private static IReadOnlyCollection<string> Row(WaiverList list, WaiverEntry entry) =>
    [
        $"{MarkdownText.Code(entry.Waiver.Deployment)}{(entry.Waiver.Uses.IsEmpty ? "" : $" ({string.Join(", ", entry.Waiver.Uses.Select(MarkdownText.Code))})")}",
        MarkdownText.Code(entry.Waiver.Id),
        MarkdownText.Escape(list.Standing(entry)),
        IsoDate.Format(entry.Waiver.From),
        IsoDate.Format(entry.Waiver.To),
        entry.Renewals == 0 ? "first grant" : $"renewal {entry.Renewals}",
        MarkdownText.Escape($"{entry.Waiver.Grantor}, {entry.Waiver.Authority}"),
        MarkdownText.Escape(entry.Waiver.RequestedBy),
        MarkdownText.Escape(entry.Waiver.Document is { } document ? $"{entry.Waiver.Reason} ({document})" : entry.Waiver.Reason),
    ];
}
