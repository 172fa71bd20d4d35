using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>
/// Manifests as the peers get them, in the form that is quickest for them: one flat object, days and spans as numbers of days, ratios as
/// thousandths, and with each place those that it lies in, since no peer has days, spans, ratios and places of its own.
/// </summary>
internal static class PeerFacts
{
    /// <summary>A fact's key.</summary>
    public static string Name(GeneratedFact fact) => char.ToLowerInvariant(fact.Property[0]) + fact.Property[1..];

    /// <summary>Whether a fact has several values.</summary>
    public static bool IsSet(GeneratedFact fact) => fact.Kind is FactKind.Choices or FactKind.Places;

    /// <summary>A value as a literal of JSON, which is one of all the peers' languages.</summary>
    public static string Literal(GeneratedFact fact, string value) => fact.Kind switch
    {
        FactKind.Text or FactKind.Choice or FactKind.Choices or FactKind.Places => $"\"{value}\"",
        FactKind.Flag => value,
        _ => Number(fact, value).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A value as a number.</summary>
    public static int Number(GeneratedFact fact, string value) => fact.Kind switch
    {
        FactKind.Ratio => (int)(decimal.Parse(value, CultureInfo.InvariantCulture) * 1000),
        FactKind.Date => DateOnly.Parse(value, CultureInfo.InvariantCulture).DayNumber,
        _ => int.Parse(value, CultureInfo.InvariantCulture),
    };

    /// <summary>All values of a fact, the places that a place lies in among them.</summary>
    public static IEnumerable<string> Values(GeneratedFact fact, ImmutableArray<string> values) =>
        fact.Kind == FactKind.Places ? values.SelectMany(Around).Distinct() : values;

    /// <summary>A manifest as a line of JSON, without its end.</summary>
    public static byte[] Json(GeneratedManifest manifest)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (fact, values) in manifest.Facts)
            {
                var literals = Values(fact, values).Select(value => Literal(fact, value));
                json.WritePropertyName(Name(fact));
                json.WriteRawValue(IsSet(fact) ? $"[{string.Join(',', literals)}]" : literals.Single());
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static IEnumerable<string> Around(string place)
    {
        for (var end = place.IndexOfAny(['-', '/']); end >= 0; end = place.IndexOfAny(['-', '/'], end + 1))
        {
            yield return place[..end];
        }

        yield return place;
    }
}
