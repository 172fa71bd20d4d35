using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Timelines;

/// <summary>Writes time lines as JSON, in a schema of its own.</summary>
public static class TimelineJson
{
    /// <summary>The version of the schema: the first number changes when something is taken away or means something else.</summary>
    public const string SchemaVersion = "1.0";

    /// <summary>Writes time lines.</summary>
    /// <param name="report">The time lines.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(TimelineReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", SchemaVersion);
            json.WriteString("asOf", IsoDate.Format(report.AsOf));
            json.WriteString("from", IsoDate.Format(report.From));
            json.WriteString("until", IsoDate.Format(report.Until));
            json.WriteStartArray("timelines");
            foreach (var row in report.Rows)
            {
                Write(json, row);
            }

            json.WriteEndArray();
            json.WriteString("notice", Report.Notice);
            json.WriteEndObject();
        });
    }

    /// <summary>Writes the stretches of one verdict each.</summary>
    internal static void WriteStretches(Utf8JsonWriter json, string name, IEnumerable<Stretch> stretches)
    {
        json.WriteStartArray(name);
        foreach (var stretch in stretches)
        {
            json.WriteStartObject();
            json.WriteString("from", IsoDate.Format(stretch.From));
            json.WriteString("until", IsoDate.Format(stretch.Until));
            json.WriteString("verdict", Words.Of(stretch.Verdict));
            json.WriteBoolean("running", stretch.IsRunning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes changes with what changed and why.</summary>
    internal static void WriteChanges(Utf8JsonWriter json, string name, IEnumerable<TimelineChange> changes)
    {
        json.WriteStartArray(name);
        foreach (var change in changes)
        {
            Write(json, change);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TimelineRow row)
    {
        var manifest = row.Timeline.Manifest;
        json.WriteStartObject();
        json.WriteString("path", manifest.Path);
        json.WriteString("id", manifest.Id);
        json.WriteString("title", manifest.Title);
        if (row.By is { } set)
        {
            json.WriteString("ruleSet", set.Id);
        }

        if (manifest.Period is { } period)
        {
            json.WriteStartObject("period");
            WriteDay(json, "from", period.From);
            WriteDay(json, "until", period.Until);
            json.WriteEndObject();
        }

        WriteStretches(json, "stretches", row.Timeline.Verdicts());
        WriteChanges(json, "changes", row.Timeline.Changes);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known)
        {
            json.WriteString(name, IsoDate.Format(known));
        }
    }

    private static void Write(Utf8JsonWriter json, TimelineChange change)
    {
        json.WriteStartObject();
        json.WriteString("day", IsoDate.Format(change.Day));
        json.WriteString("before", Words.Of(change.Before.Verdict));
        json.WriteString("after", Words.Of(change.After.Verdict));
        json.WriteBoolean("running", change.After.IsRunning);
        json.WriteBoolean("flip", change.IsFlip);
        json.WriteStartArray("findings");
        foreach (var finding in change.Findings)
        {
            json.WriteStartObject();
            json.WriteString("use", finding.Use.Id);
            json.WriteString("ruleSet", finding.After.RuleSet.Id);
            json.WriteString("rule", finding.After.Rule.Id);
            json.WriteString("title", finding.After.Rule.Title);
            json.WriteString("before", Words.Of(finding.Before.Outcome));
            json.WriteString("after", Words.Of(finding.After.Outcome));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("causes");
        foreach (var cause in change.Causes)
        {
            Write(json, cause);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Cause cause)
    {
        json.WriteStartObject();
        json.WriteString("kind", Words.Of(cause.Kind));
        json.WriteString("sentence", cause.Sentence);
        if (cause.RuleSet is { } set)
        {
            json.WriteString("ruleSet", set.Id);
        }

        if (cause.Citation is { } citation)
        {
            json.WriteString("citation", citation.ToString());
        }

        if (cause.Note is { } note)
        {
            json.WriteString("note", note);
        }

        if (cause.Location is { } location)
        {
            json.WriteString("path", location.Path);
            JsonFinding.WriteLocation(json, location);
        }

        json.WriteEndObject();
    }
}
