using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Tables;
using PolicyCheck.Text;

namespace PolicyCheck.Importing;

/// <summary>The columns of a table, found by their headers.</summary>
internal sealed class Columns
{
    private readonly ILookup<string, int> _positions;

    public Columns(ImmutableArray<string> header) => _positions = header
        .Select((text, index) => (Header: Header.Normalised(text), Index: index))
        .Where(column => column.Header.Length > 0)
        .ToLookup(column => column.Header, column => column.Index, StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of a row's cell; the column is there, as <see cref="Compare"/> has made sure.</summary>
    public string Cell(TableRow row, ColumnName column) => row.Cells[_positions[Header.Normalised(column.Header)].First()];

    /// <summary>Reports what a mapping names and the table doesn't have, and what the table has and the mapping doesn't name.</summary>
    public void Compare(ImportMapping mapping, Table table, DiagnosticBag diagnostics)
    {
        ImmutableArray<ColumnName> needed = [.. mapping.RowName, mapping.RowTitle, .. mapping.RowDescription is { } description ? [description] : Array.Empty<ColumnName>(), .. mapping.Columns.Select(column => column.Column)];
        var named = needed.Concat(mapping.LeftOut.Select(left => left.Column)).Select(column => Header.Normalised(column.Header)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var column in needed.DistinctBy(column => Header.Normalised(column.Header), StringComparer.OrdinalIgnoreCase))
        {
            var found = _positions[Header.Normalised(column.Header)].Count();
            if (found == 0)
            {
                var others = _positions.Select(position => position.Key).Where(other => !named.Contains(other));
                diagnostics.Error(ImportCodes.MissingColumn, column.Location, $"the table has no column `{column.Header}`", Spelling.DidYouMean(column.Header, others, $"name one of the headers of {table.Source.Path}, or take a mapping of another layout"));
            }
            else if (found > 1)
            {
                diagnostics.Error(TableCodes.BadTable, column.Location, $"the table has {found} columns `{column.Header}`", "give each column a header of its own");
            }
        }

        foreach (var header in _positions.Select(position => position.Key).Where(header => !named.Contains(header)))
        {
            var unmatched = named.Where(name => !_positions.Contains(name));
            diagnostics.Add(Diagnostic.Warning(ImportCodes.UnknownColumn, new(table.Source, default), $"nothing is made of the column `{Header.Shortened(header)}`", Spelling.DidYouMean(header, unmatched, "map it under `columns`, or say under `leftOut` why not")));
        }

        foreach (var index in Enumerable.Range(0, table.Header.Length).Where(index => string.IsNullOrWhiteSpace(table.Header[index]) && table.Rows.Any(row => !string.IsNullOrWhiteSpace(row.Cells[index]))))
        {
            diagnostics.Add(Diagnostic.Warning(ImportCodes.UnknownColumn, new(table.Source, default), $"nothing is made of column {index + 1}, which has no header", "give it a header, and map it or leave it out"));
        }
    }
}
