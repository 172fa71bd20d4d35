using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Tables;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Importing;

/// <summary>
/// Turns the rows of a table into manifests. What a row leaves blank, or says in words that the mapping gives no value, stays unstated; a row
/// that its reader found to be about something else has no manifest and is named all the same.
/// </summary>
public sealed class Importer
{
    private readonly ImportMapping _mapping;
    private readonly Table _table;
    private readonly Columns _columns;
    private readonly CellReader _cells = new();
    private readonly DiagnosticBag _diagnostics = new();
    private readonly ImmutableArray<IGrouping<FactDeclaration, ColumnMapping>> _facts;
    private readonly RowNames _names = new();

    private Importer(ImportMapping mapping, Table table)
    {
        (_mapping, _table, _columns) = (mapping, table, new(table.Header));
        _facts = [.. mapping.Columns.GroupBy(column => column.Fact)];
    }

    /// <summary>Imports a table.</summary>
    /// <param name="mapping">How.</param>
    /// <param name="table">The table.</param>
    /// <returns>What became of each row; no row where a column is missing.</returns>
    public static ImportResult Import(ImportMapping mapping, Table table)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(table);
        return new Importer(mapping, table).Run();
    }

    private ImportResult Run()
    {
        _columns.Compare(_mapping, _table, _diagnostics);
        if (_diagnostics.HasErrors)
        {
            return new([], _diagnostics.ToImmutable());
        }

        var named = _table.Rows.Select(row => (Row: row, Name: string.Join(ImportMapping.Joint, _mapping.RowName.Select(column => Header.Normalised(_columns.Cell(row, column)))))).ToList();
        var readings = Readings([.. named]);
        ImmutableArray<ImportedRow> rows = [.. named.Select(row => Row(row.Row, row.Name, readings.GetValueOrDefault(row.Name)))];
        _diagnostics.AddRange(_cells.Diagnostics);
        return new(rows, _diagnostics.ToImmutable());
    }

    // A reading belongs to the one row of its name.
    private Dictionary<string, RowReading> Readings(ImmutableArray<(TableRow Row, string Name)> named)
    {
        var rows = named.ToLookup(row => row.Name, row => row.Row, StringComparer.OrdinalIgnoreCase);
        foreach (var same in rows.Where(same => same.Skip(1).Any()))
        {
            _diagnostics.Add(Diagnostic.Warning(
                ImportCodes.SameName, same.Last().Location, $"{same.Count()} rows are named `{Header.Shortened(same.Key)}`, the first in line {same.First().Location.Start.Line}", "name under `rows` a further column that tells them apart; until then they count as unread"));
        }

        var readings = new Dictionary<string, RowReading>(StringComparer.OrdinalIgnoreCase);
        foreach (var reading in _mapping.Readings)
        {
            var name = Header.Normalised(reading.Row);
            switch (rows[name].Count())
            {
                case 0:
                    _diagnostics.Add(Diagnostic.Warning(
                        ImportCodes.UnknownRow, reading.Location, $"no row is named `{Header.Shortened(name)}`", Spelling.DidYouMean(name, rows.Select(row => row.Key), "name it by the cells under `rows`, joined by ` / `; or this table hasn't the row")));
                    break;
                case 1:
                    readings[name] = reading;
                    break;
            }
        }

        return readings;
    }

    private ImportedRow Row(TableRow row, string name, RowReading? reading)
    {
        var title = Header.Normalised(_columns.Cell(row, _mapping.RowTitle));
        var line = row.Location.Start.Line;
        if (reading is { Kind: RowKind.Other })
        {
            return new(line, name, title, RowKind.Other, reading.Why, "", "");
        }

        var facts = new SortedDictionary<string, StatedFact>(StringComparer.Ordinal);
        foreach (var fact in _mapping.Facts.Concat(_facts.Select(columns => Stated(row, columns)).OfType<StatedFact>()).Concat(reading?.Facts ?? []))
        {
            facts[fact.Fact.Path] = fact;
        }

        var id = _names.IdOf(name);
        var comment = $"Line {line} of {_table.Source.Path}, read by the mapping {_mapping.Id}. "
            + (reading is null ? "Nobody has read the row: whether it is about faces isn't known." : $"Its reader says: {reading.Why}");
        var description = _mapping.RowDescription is { } column ? _columns.Cell(row, column) : "";
        return new(line, name, title, reading?.Kind ?? RowKind.Unclear, reading?.Why, id, ManifestText.Write(id, title, description, comment, facts.Values));
    }

    private StatedFact? Stated(TableRow row, IGrouping<FactDeclaration, ColumnMapping> columns) =>
        Agreed(row, columns.Key, [.. columns.Select(column => (column, _cells.Read(_columns.Cell(row, column.Column), column, row.Location)))]) is { } value
            ? new(columns.Key, value, Basis.Claimed, null, null, row.Location)
            : null;

    // Sets of several columns are joined where each column says something; of anything else the columns that do must agree.
    private Value? Agreed(TableRow row, FactDeclaration fact, ImmutableArray<(ColumnMapping Column, Value? Value)> cells)
    {
        if (fact.Type is FactType.Choices or FactType.Places)
        {
            return cells.Any(cell => cell.Value is null) ? null : CellReader.Joined(cells.Select(cell => cell.Value).OfType<Value>());
        }

        var stated = cells.Where(cell => cell.Value is not null).ToList();
        if (stated.TrueForAll(cell => stated[0].Value is { } first && first.Equals(cell.Value)))
        {
            return stated.FirstOrDefault().Value;
        }

        _diagnostics.Add(Diagnostic.Warning(
            ImportCodes.Disagreement, row.Location, $"the columns {string.Join(" and ", stated.Select(cell => $"`{Header.Shortened(cell.Column.Column.Header)}`"))} disagree about {fact.Path}", "find out which is right; the fact is left unstated"));
        return null;
    }
}
