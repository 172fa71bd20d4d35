using System.Security.Cryptography;
using System.Text;
using PolicyCheck.Binding;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Timelines;

/// <summary>Writes changes as a calendar for a diary, as RFC 5545 has it: an all-day event for each day on which something changes.</summary>
public static class TimelineCalendar
{
    private const int MostOctets = 75;

    /// <summary>Writes the changes from <see cref="TimelineReport.DiaryFrom"/> on.</summary>
    /// <param name="report">The time lines.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(TimelineReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, $"PRODID:-//PolicyCheck//PolicyCheck {Report.EngineVersion}//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        foreach (var (row, change) in report.Rows.SelectMany(row => row.Timeline.Changes.Where(change => change.Day >= report.DiaryFrom).Select(change => (row, change))))
        {
            Event(text, report, row, change);
        }

        Line(text, "END:VCALENDAR");
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Event(StringBuilder text, TimelineReport report, TimelineRow row, TimelineChange change)
    {
        var manifest = row.Timeline.Manifest;
        var why = change.Causes.Select(ChangeText.Cause).Concat(ChangeText.Findings(change).Select(finding => $"- {finding.Sentence} [{finding.Finding.Rule.QualifiedId}]"));
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Uid(manifest.Id, row.By?.Id ?? "", change.Day)}");
        Line(text, $"DTSTAMP:{Day(report.AsOf)}T000000Z");
        Line(text, $"DTSTART;VALUE=DATE:{Day(change.Day)}");
        Line(text, $"DTEND;VALUE=DATE:{Day(change.Day.AddDays(1))}");
        Line(text, $"SUMMARY:{Escaped($"{manifest.Title}: {ChangeText.Verdict(change)}{(row.By is { } set ? $" by {set.Title}" : "")}")}");
        Line(text, $"DESCRIPTION:{Escaped(string.Join('\n', why.Append(Report.Notice)))}");
        Line(text, $"CATEGORIES:{(change.IsFlip ? "VERDICT" : "FINDINGS")}");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    // The same deployment, rule set and day have the same name in every run, so that a calendar read again replaces its events.
    private static string Uid(string manifest, string set, DateOnly day) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{manifest}\0{set}\0{IsoDate.Format(day)}")).AsSpan(0, 16))}@policycheck";

    private static string Day(DateOnly day) => IsoDate.Format(day).Replace("-", "", StringComparison.Ordinal);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(letter) => escaped.Append(' '),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    // A line is at most 75 octets long; what follows begins with a blank, and no character is cut in two.
    private static void Line(StringBuilder text, string content)
    {
        var octets = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
