using PolicyCheck.Importing;
using PolicyCheck.Loading;

namespace PolicyCheck.Cli.Tests;

/// <summary>Tables in the layouts that the mappings which come with the program read.</summary>
internal static class InventoryTable
{
    /// <summary>A table in a layout with one row, of which the cells given are filled.</summary>
    /// <param name="layout">The mapping's name.</param>
    /// <param name="cells">The beginnings of headers, each with the text of the cell.</param>
    public static string Of(string layout, params (string Header, string Text)[] cells)
    {
        var file = BuiltInRules.Mappings.Single(file => file.Stem == layout);
        var mapping = ImportMappingReader.Read(file.Path, file.Content, RuleLibraryLoader.Load(BuiltInRules.Files).Vocabulary).Mapping!;
        var headers = mapping.RowName.Append(mapping.RowDescription!).Concat(mapping.Columns.Select(column => column.Column)).Concat(mapping.LeftOut.Select(left => left.Column)).Select(column => column.Header).Distinct().ToList();
        foreach (var (header, _) in cells)
        {
            Assert.Contains(headers, known => known.StartsWith(header, StringComparison.Ordinal));
        }

        return $"{string.Join(',', headers.Select(Quoted))}\r\n{string.Join(',', headers.Select(header => Quoted(cells.FirstOrDefault(cell => header.StartsWith(cell.Header, StringComparison.Ordinal)).Text ?? "")))}\r\n";
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
