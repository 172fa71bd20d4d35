using PolicyCheck.Binding;
using PolicyCheck.Registers;
using PolicyCheck.Reports;
using PolicyCheck.Waivers;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes waivers for a person at a terminal.</summary>
internal static class WaiverPage
{
    private const int Label = 9;

    /// <summary>Writes a list in a few lines each, or a register with all that an auditor asks for.</summary>
    /// <param name="page">The page.</param>
    /// <param name="list">The waivers.</param>
    /// <param name="isRegister">Whether everything is written.</param>
    public static void Write(TextPage page, WaiverList list, bool isRegister)
    {
        foreach (var entry in list.Entries)
        {
            WriteOne(page, list, entry, isRegister);
        }

        if (!list.Entries.IsEmpty)
        {
            page.Gap();
        }

        page.Line(0, TextPage.Styled($"As of {IsoDate.Format(list.AsOf)}, {WaiverListPage.Sums(list)} {Report.Notice}", "dim"));
    }

    private static void WriteOne(TextPage page, WaiverList list, WaiverEntry entry, bool isRegister)
    {
        var waiver = entry.Waiver;
        var (mark, style) = entry.StateOn(list.AsOf) switch
        {
            WaiverState.InForce => ("✓", "green"),
            WaiverState.NotYet => ("?", "yellow"),
            WaiverState.Expired => ("-", "dim"),
            _ => ("✗", "red"),
        };
        page.Row(0, 1, TextPage.Styled(mark, style), $"{TextPage.Styled(waiver.Id, "bold")}  {TextPage.Styled(list.Standing(entry))}");
        page.Line(2, TextPage.Styled($"{waiver.Deployment}{(waiver.Uses.IsEmpty ? "" : $" ({string.Join(", ", waiver.Uses)})")} from {waiver.Rule}, {IsoDate.Format(waiver.From)} to {IsoDate.Format(waiver.To)}", "dim"));
        if (!isRegister)
        {
            return;
        }

        Row("Rule", entry.Rule.Title);
        Row("Reason", waiver.Reason);
        Row("Granted", $"by {waiver.Grantor}, {waiver.Authority}; requested by {waiver.RequestedBy}");
        Row("Renewal", entry.Renewals == 0 ? "first grant" : $"{entry.Renewals}{(waiver.Renews is { } renews ? $", of {renews}" : "")}");
        Row("Version", waiver.Digest ?? "none");
        if (waiver.Document is { } document)
        {
            Row("Document", document);
        }

        void Row(string label, string text) => page.Row(2, Label, TextPage.Styled(label, "blue"), TextPage.Styled(text));
    }
}
