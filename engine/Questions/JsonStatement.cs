using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyCheck.Reading;

namespace PolicyCheck.Questions;

/// <summary>Turns a statement written as flow YAML into JSON.</summary>
internal static class JsonStatement
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The statement in JSON, on one line.</summary>
    /// <param name="statement">A mapping in flow YAML.</param>
    public static string Of(string statement)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, DocumentReader.ReadDecoded(new("statement.yaml", statement)).Documents[0]);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Node node)
    {
        switch (node)
        {
            case MappingNode mapping:
                json.WriteStartObject();
                foreach (var (key, value) in mapping.Entries)
                {
                    json.WritePropertyName(key.Value);
                    Write(json, value);
                }

                json.WriteEndObject();
                break;
            case SequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case ScalarNode { IsPlain: true, Value: "true" or "false" } flag:
                json.WriteBooleanValue(flag.Value == "true");
                break;
            case ScalarNode { IsPlain: true } number when decimal.TryParse(number.Value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var amount):
                json.WriteNumberValue(amount);
                break;
            case ScalarNode scalar:
                json.WriteStringValue(scalar.Value);
                break;
        }
    }
}
