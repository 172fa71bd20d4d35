using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyCheck.Reports;

/// <summary>Writes JSON as all our reports are written: indented, with <c>\n</c>, and safe to show on a terminal.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document and a final line break.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        WriteEscaped(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), output);
        output.WriteByte((byte)'\n');
    }

    // The relaxed encoder leaves the characters that turn the direction of writing; they stand in texts only, so they can be escaped here.
    private static void WriteEscaped(ReadOnlySpan<byte> json, Stream output)
    {
        for (var start = NextTurn(json); start >= 0; start = NextTurn(json))
        {
            output.Write(json[..start]);
            output.Write(Encoding.ASCII.GetBytes(json[start + 1] == 0x80 ? $"\\u20{json[start + 2] - 0x80:x2}" : $"\\u20{json[start + 2] - 0x80 + 0x40:x2}"));
            json = json[(start + 3)..];
        }

        output.Write(json);
    }

    // U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069 in UTF-8.
    private static int NextTurn(ReadOnlySpan<byte> json)
    {
        for (var i = 0; ; i++)
        {
            var next = json[i..].IndexOf((byte)0xE2);
            i += next;
            if (next < 0 || i + 2 >= json.Length)
            {
                return -1;
            }

            if ((json[i + 1], json[i + 2]) is (0x80, 0x8E or 0x8F or >= 0xAA and <= 0xAE) or (0x81, >= 0xA6 and <= 0xA9))
            {
                return i;
            }
        }
    }
}
