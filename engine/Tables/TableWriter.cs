using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace PolicyCheck.Tables;

/// <summary>Writes tables of comma-separated values (RFC 4180) that a spreadsheet opens without running what a cell says.</summary>
internal static class TableWriter
{
    /// <summary>Writes a table as UTF-8, with <c>\n</c> after each row.</summary>
    /// <param name="rows">The rows, the header first.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(IEnumerable<IReadOnlyList<string>> rows, Stream output)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n", InjectionOptions = InjectionOptions.Escape };
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        using var csv = new CsvWriter(text, configuration);
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell);
            }

            csv.NextRecord();
        }
    }
}
