using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyCheck.Reports;

/// <summary>Writes JSON as all our reports are written: indented, with <c>\n</c>, and safe to show on a terminal.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document and a final line break.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> write) => Write(output, Options, write);

    /// <summary>Writes a document without indentation, for what would be too large with it, and a final line break.</summary>
    public static void WriteCompact(Stream output, Action<Utf8JsonWriter> write) => Write(output, Options with { Indented = false }, write);

    /// <summary>Writes a value within a compact document on a line of its own.</summary>
    public static void WriteLine(Utf8JsonWriter json, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        buffer.WriteByte((byte)'\n');
        using (var line = new Utf8JsonWriter(buffer, Options with { Indented = false }))
        {
            write(line);
        }

        json.WriteRawValue(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), skipInputValidation: true);
    }

    private static void Write(Stream output, JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        WriteEscaped(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), output);
        output.WriteByte((byte)'\n');
    }

    // The relaxed encoder leaves characters that nobody sees or that turn the direction of writing; they stand in texts only, so they can be escaped here.
    private static void WriteEscaped(ReadOnlySpan<byte> json, Stream output)
    {
        var start = 0;
        for (var i = NextBeyondAscii(json, 0); i < json.Length; i = NextBeyondAscii(json, i))
        {
            Rune.DecodeFromUtf8(json[i..], out var rune, out var length);
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            {
                output.Write(json[start..i]);
                foreach (var unit in rune.ToString())
                {
                    output.Write(Encoding.ASCII.GetBytes($"\\u{(int)unit:x4}"));
                }

                start = i + length;
            }

            i += length;
        }

        output.Write(json[start..]);
    }

    private static int NextBeyondAscii(ReadOnlySpan<byte> json, int from) =>
        json[from..].IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var next ? from + next : json.Length;
}
