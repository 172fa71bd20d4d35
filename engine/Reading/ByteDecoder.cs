using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace PolicyCheck.Reading;

/// <summary>Turns the bytes of a file into text: UTF-8, or UTF-16 where a byte order mark says so.</summary>
internal static class ByteDecoder
{
    private const string SaveAsUtf8 = "save the file as UTF-8";

    /// <summary>The text without its byte order mark, and what is wrong with the bytes.</summary>
    public static (string Text, Problem? Problem) Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => FromUtf8(bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => ("", Problem("the file is UTF-32, not UTF-8", SaveAsUtf8)),
        [0xFF, 0xFE, ..] => FromUtf16(bytes[2..], BitConverter.IsLittleEndian),
        [0xFE, 0xFF, ..] => FromUtf16(bytes[2..], !BitConverter.IsLittleEndian),
        [0, not 0, ..] or [not 0, 0, ..] => ("", Problem("the file looks like UTF-16 without a byte order mark", SaveAsUtf8)),
        _ => FromUtf8(bytes),
    };

    private static (string, Problem?) FromUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return (Encoding.UTF8.GetString(bytes), null);
        }

        var buffer = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, buffer, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: false);
        var wrong = bytes[read];
        var name = string.Create(CultureInfo.InvariantCulture, $"`0x{wrong:X2}`");
        var problem = status == OperationStatus.NeedMoreData
            ? Problem("the file ends in the middle of a character", "restore the end of the file; it looks cut off", written)
            : Problem(
                $"the byte {name} is not UTF-8",
                wrong >= 0xA0 ? $"{SaveAsUtf8}; in Windows-1252 this byte is `{(char)wrong}`" : SaveAsUtf8,
                written);
        return (Encoding.UTF8.GetString(bytes), problem);
    }

    private static (string, Problem?) FromUtf16(ReadOnlySpan<byte> bytes, bool asIs)
    {
        var units = MemoryMarshal.Cast<byte, ushort>(bytes).ToArray();
        if (!asIs)
        {
            BinaryPrimitives.ReverseEndianness(units, units);
        }

        var text = new string(MemoryMarshal.Cast<ushort, char>(units));
        return (text, bytes.Length % 2 == 0
            ? null
            : Problem("the file ends in the middle of a character", "restore the end of the file; it looks cut off", text.Length));
    }

    private static Problem Problem(string message, string cure, int at = 0) =>
        new(ReadingCodes.NotUnicode, at, at + 1, message, cure);
}
