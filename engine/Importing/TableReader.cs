using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;
using PolicyCheck.Binding;
using PolicyCheck.Text;

namespace PolicyCheck.Importing;

/// <summary>
/// Reads tables of comma-separated values (RFC 4180), or with semicolons, tabs or bars between them. A file without a byte order mark is
/// taken for UTF-8 where it is valid UTF-8, and for Windows-1252, in which spreadsheets save, where it isn't.
/// </summary>
public static class TableReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="path">The path to report.</param>
    /// <param name="content">The bytes.</param>
    /// <returns>The table, or null when it can't be read, and every problem found.</returns>
    public static (Table? Table, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content)
    {
        var (text, encoding) = Decode(content);
        var source = new SourceText(path, text);
        var diagnostics = new DiagnosticBag();
        var rows = Rows(source, diagnostics);
        if (diagnostics.HasErrors)
        {
            return (null, diagnostics.ToImmutable());
        }

        if (rows.Count < 2)
        {
            diagnostics.Error(ImportCodes.BadTable, new(source, default), rows.Count == 0 ? "this file holds nothing" : "this table has a header and no row", "give a file with a line of headers and the rows below it");
            return (null, diagnostics.ToImmutable());
        }

        var header = rows[0].Cells;
        foreach (var row in rows.Skip(1).Where(row => row.Cells.Length != header.Length))
        {
            diagnostics.Error(ImportCodes.BadTable, row.Location, $"this row has {row.Cells.Length} cells, and the header {header.Length}", "look for a quotation mark that is missing or too many, here or in the row before");
        }

        return diagnostics.HasErrors
            ? (null, diagnostics.ToImmutable())
            : (new(source, encoding, header, [.. rows.Skip(1).Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))]), []);
    }

    private static List<TableRow> Rows(SourceText source, DiagnosticBag diagnostics)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t", "|"],
            HasHeaderRecord = false,
            IgnoreBlankLines = true,
            BadDataFound = found => diagnostics.Error(
                ImportCodes.BadTable, Line(source, found.Context.Parser?.RawRow ?? 1), "a quotation mark stands in the middle of this row's cell", "write two of them, and one around the whole cell"),
        };
        var rows = new List<TableRow>();
        using var reader = new StringReader(source.Content);
        using var parser = new CsvParser(reader, configuration);
        var line = 1;
        while (parser.Read())
        {
            rows.Add(new([.. parser.Record ?? []], Line(source, line)));
            line = parser.RawRow + 1;
        }

        return rows;
    }

    private static Location Line(SourceText source, int line)
    {
        var start = source.OffsetOf(new(line, 1));
        return new(source, new(start, start));
    }

    private static (string Text, string Encoding) Decode(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
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
