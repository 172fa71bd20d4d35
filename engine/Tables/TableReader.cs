using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Tables;

/// <summary>Reads tables of comma-separated values (RFC 4180), or with semicolons, tabs or bars between them, whichever separates the headers.</summary>
public static class TableReader
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads a table.</summary>
    /// <param name="path">The path to report.</param>
    /// <param name="content">The bytes, in one of the encodings that <see cref="Table.Encoding"/> names.</param>
    /// <param name="limits">How much is read; the documented defaults when null.</param>
    /// <param name="rowsNeeded">Whether a table with a header alone is refused.</param>
    /// <returns>The table, or null when it can't be read, and every problem found.</returns>
    public static (Table? Table, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content, ReadingLimits? limits = null, bool rowsNeeded = true)
    {
        var diagnostics = new DiagnosticBag();
        var most = (limits ?? ReadingLimits.Default).MaxBytes;
        if (content.Length > most)
        {
            diagnostics.Error(ReadingCodes.TooLarge, new(new(path, ""), default), $"this file has more than the {most} bytes allowed", "divide the table, or raise the limit");
            return (null, diagnostics.ToImmutable());
        }

        var (text, encoding) = TableText.Decode(content.Span);
        var source = new SourceText(path, text);
        var rows = text.Contains('\0', StringComparison.Ordinal) ? [] : Rows(source, diagnostics);
        Check(source, rows, rowsNeeded, diagnostics);
        return (diagnostics.HasErrors ? null : new(source, encoding, rows[0].Cells, [.. rows.Skip(1)]) { HeaderLocations = rows[0].CellLocations }, diagnostics.ToImmutable());
    }

    private static List<TableRow> Rows(SourceText source, DiagnosticBag diagnostics)
    {
        var (line, start) = (1, 0);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(source.Content),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = _ => diagnostics.Error(
                TableCodes.BadTable, Line(source, line), "a quotation mark stands in the middle of a cell of this row", "write two of them, and one around the whole cell"),
        };
        var rows = new List<TableRow>();
        using var reader = new StringReader(source.Content);
        using var parser = new CsvParser(reader, configuration);
        for (; parser.Read(); line = parser.RawRow + 1, start += parser.RawRecord.Length)
        {
            ImmutableArray<string> cells = [.. parser.Record ?? []];
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(new(cells, Line(source, line)) { CellLocations = Places(source, start, parser.RawRecord, configuration.Delimiter[0], cells.Length) });
            }
        }

        return rows;
    }

    // A row with a stray quotation mark is refused, so in the others every second one begins a cell that may hold delimiters.
    private static ImmutableArray<Location> Places(SourceText source, int start, string row, char delimiter, int count)
    {
        var places = ImmutableArray.CreateBuilder<Location>(count);
        var (begin, quoted) = (0, false);
        var length = row.AsSpan().TrimEnd("\r\n").Length;
        for (var at = 0; at <= length && places.Count < count; at++)
        {
            if (at == length || (row[at] == delimiter && !quoted))
            {
                var cell = row.AsSpan(begin, at - begin);
                var (left, right) = cell is ['"', .., '"'] ? (1, 1) : (cell.Length - cell.TrimStart().Length, cell.Length - cell.TrimEnd().Length);
                places.Add(new(source, new(start + begin + Math.Min(left, cell.Length), start + Math.Max(at - right, begin + Math.Min(left, cell.Length)))));
                begin = at + 1;
            }
            else
            {
                quoted ^= row[at] == '"';
            }
        }

        return places.ToImmutable();
    }

    // Whichever stands most often between the headers; a comma where none does.
    private static string Delimiter(string text)
    {
        var counts = new int[Delimiters.Length];
        var quoted = false;
        foreach (var letter in text)
        {
            quoted ^= letter == '"';
            if (!quoted && letter is '\r' or '\n' && counts.Any(count => count > 0))
            {
                break;
            }

            if (!quoted && Array.IndexOf(Delimiters, letter) is >= 0 and var index)
            {
                counts[index]++;
            }
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())].ToString();
    }

    private static void Check(SourceText source, List<TableRow> rows, bool rowsNeeded, DiagnosticBag diagnostics)
    {
        if (source.Content.Contains('\0', StringComparison.Ordinal))
        {
            diagnostics.Error(TableCodes.BadTable, new(new(source.Path, ""), default), "this is not a table of texts", "save it from the spreadsheet as CSV, in UTF-8");
        }
        else if (rows.Count < (rowsNeeded ? 2 : 1))
        {
            diagnostics.Error(TableCodes.BadTable, new(source, default), rows.Count == 0 ? "this file holds nothing" : "this table has a header and no row", "give a file with a line of headers and the rows below it");
        }

        foreach (var row in rows.Skip(1).Where(row => row.Cells.Length != rows[0].Cells.Length))
        {
            diagnostics.Error(
                TableCodes.BadTable, row.Location, $"this row has {Cells(row)}, and the header {Cells(rows[0])}", "look for a quotation mark that is missing or too many, here or in the row before");
        }
    }

    private static string Cells(TableRow row) => row.Cells.Length == 1 ? "1 cell" : $"{row.Cells.Length} cells";

    private static Location Line(SourceText source, int line)
    {
        var start = source.OffsetOf(new(line, 1));
        return new(source, new(start, start));
    }
}
