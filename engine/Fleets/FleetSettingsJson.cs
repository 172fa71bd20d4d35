using System.Text;
using System.Text.Json;
using PolicyCheck.Reading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Fleets;

/// <summary>Writes the settings that aren't the documented defaults, by the names of the configuration's keys.</summary>
internal static class FleetSettingsJson
{
    /// <summary>An object as JSON on one line, or null where all settings are the defaults.</summary>
    public static string? Of(FleetSettings settings, string? waivers)
    {
        using var buffer = new MemoryStream();
        JsonOutput.WriteCompact(buffer, json => Write(json, settings, waivers));
        var text = Encoding.UTF8.GetString(buffer.ToArray()).TrimEnd();
        return text == "{}" ? null : text;
    }

    private static void Write(Utf8JsonWriter json, FleetSettings settings, string? waivers)
    {
        var (options, limits) = (settings.Options, settings.Limits);
        json.WriteStartObject();
        if (options.Strict)
        {
            json.WriteBoolean("strict", true);
        }

        WriteWords(json, "include", options.IncludeProposals ? ["proposals"] : []);
        if (options.MinBasis != Basis.Claimed)
        {
            json.WriteString("minBasis", Words.Of(options.MinBasis));
        }

        WriteWords(json, "failOn", settings.FailOn.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal));
        if (settings.MinSeverity is { } severity)
        {
            json.WriteString("minSeverity", Words.Of(severity));
        }

        if (settings.Detail != FleetDetail.Fails)
        {
            json.WriteString("explain", Words.Of(settings.Detail));
        }

        if (waivers is not null)
        {
            json.WriteString("waivers", waivers);
        }

        WriteLimit(json, "maxBytes", limits.MaxBytes, ReadingLimits.Default.MaxBytes);
        WriteLimit(json, "maxDepth", limits.MaxDepth, ReadingLimits.Default.MaxDepth);
        WriteLimit(json, "maxNodes", limits.MaxNodes, ReadingLimits.Default.MaxNodes);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        if (!words.Any())
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void WriteLimit(Utf8JsonWriter json, string name, int value, int byDefault)
    {
        if (value != byDefault)
        {
            json.WriteNumber(name, value);
        }
    }
}
