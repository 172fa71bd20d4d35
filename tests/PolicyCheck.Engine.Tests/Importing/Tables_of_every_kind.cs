using System.Text;
using PolicyCheck.Reading;
using PolicyCheck.Tables;

namespace PolicyCheck.Tests.Importing;

public sealed class Tables_of_every_kind
{
    private const string Table = "Name,Où\r\nA,“é”\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Table) },
        { "utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table)] },
        { "utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table)] },
        { "utf-16BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Table)] },
        { "windows-1252", [.. "Name,O\u00f9\r\nA,\u0093\u00e9\u0094\r\n".Select(letter => (byte)letter)] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found(string name, byte[] bytes)
    {
        var (table, diagnostics) = TableReader.Read("t.csv", bytes);
        Assert.Empty(diagnostics);
        Assert.Equal(name, table?.Encoding);
        Assert.Equal(["Name", "Où"], table!.Header);
        Assert.Equal(["A", "“é”"], table.Rows[0].Cells);
    }

    [Theory]
    [InlineData("Name;Kind of thing, or none\nA;b, c\n")]
    [InlineData("Name\tKind of thing, or none\nA\tb, c\n")]
    [InlineData("Name|Kind of thing, or none|\nA|b, c|\n")]
    [InlineData("Name,\"Kind of thing, or none\"\nA,\"b, c\"\n")]
    public void The_separator_is_what_separates_the_headers(string text)
    {
        if (text.Contains(';', StringComparison.Ordinal) || text.Contains('\t', StringComparison.Ordinal))
        {
            text = text.Replace(", or", " or", StringComparison.Ordinal);
        }

        Assert.Equal(["A", "b, c"], Imports.Table(text).Rows[0].Cells.Take(2));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_row_is_told_by_its_first_line_whatever_breaks_stand_in_cells_or_between_rows(string end)
    {
        var table = Imports.Table("Name,Why\nA,\"one\ntwo, \"\"three\"\"\"\n\n,\nB,x\n".Replace("\n", end, StringComparison.Ordinal));
        Assert.Equal([2, 6], table.Rows.Select(row => row.Location.Start.Line));
        Assert.Equal($"one{end}two, \"three\"", table.Rows[0].Cells[1]);
    }

    [Theory]
    [InlineData("", "t.csv:1 PC901 this file holds nothing: give a file with a line of headers and the rows below it")]
    [InlineData("\n ,\n", "t.csv:1 PC901 this file holds nothing: give a file with a line of headers and the rows below it")]
    [InlineData("Name,Why\n", "t.csv:1 PC901 this table has a header and no row: give a file with a line of headers and the rows below it")]
    [InlineData("Name,Why\nA,b\nC\n", "t.csv:3 PC901 this row has 1 cell, and the header 2 cells: look for a quotation mark that is missing or too many, here or in the row before")]
    [InlineData("Name,Why\nA,b,c\n", "t.csv:2 PC901 this row has 3 cells, and the header 2 cells: look for a quotation mark that is missing or too many, here or in the row before")]
    [InlineData("Name,Why\n\"A\nB\",5\" wide\nC,d\n", "t.csv:2 PC901 a quotation mark stands in the middle of a cell of this row: write two of them, and one around the whole cell")]
    [InlineData("Name\0Why", "t.csv:1 PC901 this is not a table of texts: save it from the spreadsheet as CSV, in UTF-8")]
    public void What_is_no_table_is_told_with_its_line(string text, string told)
    {
        var (table, diagnostics) = TableReader.Read("t.csv", Encoding.UTF8.GetBytes(text));
        Assert.Null(table);
        Assert.Equal([told], Imports.Texts(diagnostics));
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told() =>
        Assert.All(Imports.Texts(TableReader.Read("t.csv", "Name,Why\nA,\"b\nC,d\n"u8.ToArray()).Diagnostics), told => Assert.StartsWith("t.csv:2 PC901", told, StringComparison.Ordinal));

    [Fact]
    public void A_table_beyond_the_limit_is_refused() =>
        Assert.Equal(ReadingCodes.TooLarge, Assert.Single(TableReader.Read("t.csv", "Name\nA\n"u8.ToArray(), new(MaxBytes: 3)).Diagnostics).Code);
}
