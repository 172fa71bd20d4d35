using PolicyCheck.Importing;
using PolicyCheck.Tables;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes what became of a table as text.</summary>
internal static class ImportText
{
    /// <summary>Writes a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="table">The table.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ImportResult result, ImportMapping mapping, Table table, TextWriter output)
    {
        Section("about something else", result.Others);
        Section("unclear", result.Unclear);
        Section("unread", result.Unread);
        output.WriteLine(VisibleText.Of(
            $"{table.Source.Path}: {table.Encoding}, {Rows(result.Rows.Length)}; {result.Imported.Count()} imported by {mapping.Id}, {result.Unclear.Count()} of them unclear and {result.Unread.Count()} unread; {result.Others.Count()} about something else"));

        void Section(string what, IEnumerable<ImportedRow> rows)
        {
            foreach (var row in rows)
            {
                output.WriteLine(VisibleText.Of($"{table.Source.Path}:{row.Line}: {what}: {row.Name}{(row.Why is { } why ? $": {why}" : "")}"));
            }
        }
    }

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";
}
