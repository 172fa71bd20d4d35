using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Loading;

/// <summary>
/// The index of the built-in rule sets, by which those that can't speak of a deployment needn't be read. It is written when rules change, is
/// built in beside them and verified like them.
/// </summary>
/// <param name="Entries">The rule sets, in ordinal order.</param>
public sealed record RuleIndex(ImmutableArray<RuleIndexEntry> Entries)
{
    /// <summary>The index of a library.</summary>
    /// <param name="library">The library.</param>
    public static RuleIndex Of(RuleLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return new([.. library.RuleSets.Select(set => RuleIndexEntry.Of(set, library))]);
    }

    /// <summary>The rule sets that can speak of a deployment on some day of a stretch, with all that they must be read with.</summary>
    /// <param name="places">Where the deployment is.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The first day after the last.</param>
    public ImmutableHashSet<string> Select(ImmutableArray<Place> places, DateOnly from, DateOnly until)
    {
        var chosen = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var open = new Stack<RuleIndexEntry>(Entries.Where(entry => entry.MaySpeak(places, from, until)));
        while (open.TryPop(out var entry))
        {
            if (chosen.Add(entry.Id))
            {
                foreach (var other in Entries.Where(other => entry.Together.Contains(other.Id)))
                {
                    open.Push(other);
                }
            }
        }

        return chosen.ToImmutable();
    }

    /// <summary>Reads what <see cref="Write(Stream)"/> wrote.</summary>
    /// <param name="content">The bytes.</param>
    /// <exception cref="JsonException">They aren't an index.</exception>
    public static RuleIndex Read(ReadOnlyMemory<byte> content)
    {
        using var document = JsonDocument.Parse(content);
        return new([.. document.RootElement.EnumerateArray().Select(Entry)]);
    }

    /// <summary>Writes the index, one rule set a line.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write("[\n"u8);
        for (var i = 0; i < Entries.Length; i++)
        {
            using (var json = new Utf8JsonWriter(stream))
            {
                Write(Entries[i], json);
            }

            stream.Write(i + 1 < Entries.Length ? ",\n"u8 : "\n"u8);
        }

        stream.Write("]\n"u8);
    }

    private static void Write(RuleIndexEntry entry, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("path", entry.Path);
        json.WriteBoolean("proposal", entry.IsProposal);
        json.WriteBoolean("advisory", entry.IsAdvisory);
        json.WriteNumber("rules", entry.Rules);
        Write(json, "places", entry.Places.Select(place => place.Code));
        Write(json, "inForce", entry.InForce.SelectMany(period => new[] { Day(period.From), Day(period.Until) }));
        Write(json, "together", entry.Together);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static RuleIndexEntry Entry(JsonElement entry) => new(
        Text(entry.GetProperty("id")),
        Text(entry.GetProperty("path")),
        entry.GetProperty("proposal").GetBoolean(),
        entry.GetProperty("advisory").GetBoolean(),
        entry.GetProperty("rules").GetInt32(),
        [.. entry.GetProperty("places").EnumerateArray().Select(place => new Place(Text(place)))],
        [.. entry.GetProperty("inForce").EnumerateArray().Select(Day).Chunk(2).Select(days => new Period(days[0], days[1]))],
        [.. entry.GetProperty("together").EnumerateArray().Select(Text)]);

    // An open end is written as nothing.
    private static string Day(DateOnly? day) => day is { } known ? IsoDate.Format(known) : "";

    private static DateOnly? Day(JsonElement day) => IsoDate.TryParse(Text(day), out var date) ? date : null;

    private static string Text(JsonElement text) => text.GetString() ?? throw new JsonException("a text is missing");
}
