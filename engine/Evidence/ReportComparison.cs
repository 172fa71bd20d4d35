using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyCheck.Evidence;

/// <summary>Says where the report of a pack and the one derived from its parts differ, and why as far as it shows.</summary>
public static class ReportComparison
{
    private const int MostPlaces = 5;

    /// <summary>The differences as sentences, none where both are the same to the byte.</summary>
    /// <param name="packed">The pack as it was read.</param>
    /// <param name="derived">What was derived from its parts.</param>
    public static ImmutableArray<string> Of(EvidencePack packed, EvidencePack derived)
    {
        ArgumentNullException.ThrowIfNull(packed);
        ArgumentNullException.ThrowIfNull(derived);
        if (packed.Report.Span.SequenceEqual(derived.Report.Span) && packed.Verdict == derived.Verdict)
        {
            return [];
        }

        var differences = ImmutableArray.CreateBuilder<string>();
        if (packed.ProgramVersion != derived.ProgramVersion)
        {
            differences.Add($"program version: the report was made by {packed.ProgramVersion}, and this is {derived.ProgramVersion}");
        }

        if (packed.Verdict != derived.Verdict)
        {
            differences.Add($"verdict: the pack says {packed.Verdict}, and its parts give {derived.Verdict}");
        }

        try
        {
            using var before = JsonDocument.Parse(packed.Report);
            using var after = JsonDocument.Parse(derived.Report);
            differences.AddRange(Parts(before.RootElement, after.RootElement));
            var places = Places("", before.RootElement, after.RootElement).ToList();
            differences.AddRange(places.Take(MostPlaces));
            if (places.Count > MostPlaces)
            {
                differences.Add($"and {places.Count - MostPlaces} places more");
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            differences.Add("report.json: the packed one is no report");
        }

        return differences.Count > 0 ? differences.ToImmutable() : ["report.json: it says the same in other bytes"];
    }

    private static IEnumerable<string> Parts(JsonElement packed, JsonElement derived)
    {
        if (packed.GetProperty("asOf").GetString() is var day && derived.GetProperty("asOf").GetString() is var asked && day != asked)
        {
            yield return $"date: the report is about {day}, and the pack about {asked}";
        }

        var (before, after) = (Digests(packed), Digests(derived));
        foreach (var id in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (was, now) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id));
            if (was != now)
            {
                yield return was is null ? $"rule set {id}: the report doesn't know it, and the pack holds {now}"
                    : now is null ? $"rule set {id}: the report was made with {was}, and the pack doesn't hold it"
                    : $"rule set {id}: the report was made with {was}, and the pack holds {now}";
            }
        }
    }

    private static Dictionary<string, string?> Digests(JsonElement report) => report.GetProperty("ruleSets").EnumerateArray()
        .ToDictionary(set => set.GetProperty("id").GetString() ?? "", set => set.GetProperty("digest").GetString(), StringComparer.Ordinal);

    // What the sentences above have said isn't said again.
    private static IEnumerable<string> Places(string pointer, JsonElement packed, JsonElement derived)
    {
        if (pointer is "/asOf" or "/ruleSets" or "/verdict")
        {
            return [];
        }

        if (packed.ValueKind != derived.ValueKind)
        {
            return [Told(pointer, packed, derived)];
        }

        return packed.ValueKind switch
        {
            JsonValueKind.Object when packed.EnumerateObject().Select(property => property.Name).SequenceEqual(derived.EnumerateObject().Select(property => property.Name)) =>
                packed.EnumerateObject().Zip(derived.EnumerateObject()).SelectMany(pair => Places($"{pointer}/{pair.First.Name}", pair.First.Value, pair.Second.Value)),
            JsonValueKind.Array when packed.GetArrayLength() == derived.GetArrayLength() =>
                packed.EnumerateArray().Zip(derived.EnumerateArray()).SelectMany((pair, index) => Places($"{pointer}/{index}", pair.First, pair.Second)),
            _ => packed.GetRawText() == derived.GetRawText() ? [] : [Told(pointer, packed, derived)],
        };
    }

    private static string Told(string pointer, JsonElement packed, JsonElement derived) => $"report.json{pointer}: the pack has {Short(packed)}, and its parts give {Short(derived)}";

    private static string Short(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"{value.GetArrayLength()} entries",
        JsonValueKind.Object => "other keys",
        _ => value.GetRawText() is { Length: > 80 } text ? text[..80] + "…" : value.GetRawText(),
    };
}
