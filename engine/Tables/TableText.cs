using System.Text;
using System.Text.Unicode;

namespace PolicyCheck.Tables;

/// <summary>
/// Finds the encoding of a table. A file without a byte order mark is taken for UTF-8 where it is valid UTF-8, and for Windows-1252, in
/// which spreadsheets save, where it isn't.
/// </summary>
internal static class TableText
{
    /// <summary>The text without a byte order mark, and the name of its encoding.</summary>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Utf8.IsValid(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1,
        };
        var mark = bytes.StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
        return (encoding.GetString(bytes[mark..]), encoding.WebName);
    }
}
