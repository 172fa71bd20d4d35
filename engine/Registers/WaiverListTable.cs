using System.Globalization;
using PolicyCheck.Binding;
using PolicyCheck.Tables;

namespace PolicyCheck.Registers;

/// <summary>Writes a list of waivers as comma-separated values, for a spreadsheet.</summary>
public static class WaiverListTable
{
    private static readonly string[] Header =
        ["rule", "deployment", "digest", "uses", "id", "state", "from", "to", "daysLeft", "renewals", "reason", "grantor", "authority", "requestedBy", "document", "standing"];

    /// <summary>Writes the list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(WaiverList list, Stream output)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(output);
        TableWriter.Write(list.Entries.Select(entry => (string[])
        [
            entry.Waiver.Rule,
            entry.Waiver.Deployment,
            entry.Waiver.Digest ?? "",
            string.Join("; ", entry.Waiver.Uses),
            entry.Waiver.Id,
            list.State(entry),
            IsoDate.Format(entry.Waiver.From),
            IsoDate.Format(entry.Waiver.To),
            entry.StateOn(list.AsOf) == Waivers.WaiverState.InForce ? (entry.Waiver.To.DayNumber - list.AsOf.DayNumber).ToString(CultureInfo.InvariantCulture) : "",
            entry.Renewals.ToString(CultureInfo.InvariantCulture),
            entry.Waiver.Reason,
            entry.Waiver.Grantor,
            entry.Waiver.Authority,
            entry.Waiver.RequestedBy,
            entry.Waiver.Document ?? "",
            list.Standing(entry),
        ]).Prepend(Header), output);
    }
}
