using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyCheck.Signing;

/// <summary>Reads envelopes, and tells every problem that one has.</summary>
internal static class DsseReader
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static (DsseEnvelope? Envelope, ImmutableArray<string> Problems) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            return (null, [$"the envelope isn't JSON from line {problem.LineNumber + 1} on: take a fresh copy of it"]);
        }
    }

    private static (DsseEnvelope? Envelope, ImmutableArray<string> Problems) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, ["the envelope isn't a JSON object: give one with `payloadType`, `payload` and `signatures`"]);
        }

        var problems = ImmutableArray.CreateBuilder<string>();
        var type = Text(root, "payloadType", "the envelope", problems);
        var payload = Bytes(root, "payload", "the envelope", problems);
        var signatures = ImmutableArray.CreateBuilder<DsseSignature>();
        if (!root.TryGetProperty("signatures", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            problems.Add("the envelope has no list `signatures`: give one, empty where nobody has signed");
        }
        else
        {
            foreach (var (index, item) in list.EnumerateArray().Index())
            {
                Signature(item, $"signature {index + 1}", signatures, problems);
            }
        }

        return problems.Count == 0 && type is not null && payload is not null
            ? (new(type, payload, signatures.ToImmutable()), [])
            : (null, problems.ToImmutable());
    }

    private static void Signature(JsonElement item, string of, ImmutableArray<DsseSignature>.Builder signatures, ImmutableArray<string>.Builder problems)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{of} isn't a JSON object: give one with `keyid` and `sig`");
            return;
        }

        var bytes = Bytes(item, "sig", of, problems);
        var key = item.TryGetProperty("keyid", out _) ? Text(item, "keyid", of, problems) : "";
        if (bytes is not null && key is not null)
        {
            signatures.Add(new(key, bytes));
        }
    }

    private static string? Text(JsonElement from, string key, string of, ImmutableArray<string>.Builder problems)
    {
        try
        {
            if (from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && (text.Length > 0 || key == "keyid"))
            {
                return text;
            }
        }
        catch (InvalidOperationException)
        {
            // Half a character: a surrogate without the other.
        }

        problems.Add($"{of} has no text `{key}`: give one");
        return null;
    }

    // The specification lets writers choose either alphabet.
    private static byte[]? Bytes(JsonElement from, string key, string of, ImmutableArray<string>.Builder problems)
    {
        if (from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String)
        {
            try
            {
                return Convert.FromBase64String((value.GetString() ?? "").Replace('-', '+').Replace('_', '/'));
            }
            catch (Exception problem) when (problem is FormatException or InvalidOperationException)
            {
                problems.Add($"`{key}` of {of} isn't base64: take a fresh copy of it");
                return null;
            }
        }

        problems.Add($"{of} has no `{key}` in base64: give one");
        return null;
    }
}
