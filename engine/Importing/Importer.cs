using System.Collections.Immutable;
using System.Globalization;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
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
    private readonly DiagnosticBag _diagnostics = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    private Importer(ImportMapping mapping, Table table) => (_mapping, _table) = (mapping, table);

    /// <summary>Imports a table.</summary>
    /// <param name="mapping">How.</param>
    /// <param name="table">The table.</param>
    public static ImportResult Import(ImportMapping mapping, Table table)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(table);
        return new Importer(mapping, table).Run();
    }

    private ImportResult Run()
    {
        CompareColumns();
        if (_diagnostics.HasErrors)
        {
            return new([], _diagnostics.ToImmutable());
        }

        ImmutableArray<ImportedRow> rows = [.. _table.Rows.Select(Row)];
        var names = rows.Select(row => row.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var reading in _mapping.Readings.Where(reading => !names.Contains(Header.Normalised(reading.Row))))
        {
            _diagnostics.Add(Diagnostic.Warning(ImportCodes.UnknownRow, reading.Location, $"no row is named `{reading.Row}`", Spelling.DidYouMean(reading.Row, names, "name it by the cells under `rows`, joined by ` / `; or this table hasn't the row")));
        }

        return new(rows, _diagnostics.ToImmutable());
    }

    private void CompareColumns()
    {
        IEnumerable<ColumnName> needed = [.. _mapping.RowName, _mapping.RowTitle, .. _mapping.RowDescription is { } description ? [description] : Array.Empty<ColumnName>(), .. _mapping.Columns.Select(column => column.Column)];
        foreach (var column in needed.Where(column => IndexOf(column) < 0).DistinctBy(column => column.Header))
        {
            _diagnostics.Error(ImportCodes.MissingColumn, column.Location, $"the table has no column `{column.Header}`", Spelling.DidYouMean(column.Header, _table.Header, $"name one of the headers of {_table.Source.Path}, or take a mapping of another layout"));
        }

        var known = _mapping.LeftOut.Select(left => left.Column).Concat(needed).Select(column => Header.Normalised(column.Header)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var header in _table.Header.Where(header => !known.Contains(Header.Normalised(header))))
        {
            _diagnostics.Add(Diagnostic.Warning(ImportCodes.UnknownColumn, new(_table.Source, default), $"nothing is made of the column `{Header.Normalised(header)}`", "map it under `columns`, or say under `leftOut` why not"));
        }
    }

    private ImportedRow Row(TableRow row)
    {
        var name = string.Join(ImportMapping.Joint, _mapping.RowName.Select(column => Header.Normalised(Cell(row, column))));
        var title = Header.Normalised(Cell(row, _mapping.RowTitle));
        var line = row.Location.Start.Line;
        var reading = _mapping.Readings.FirstOrDefault(reading => Header.AreSame(reading.Row, name));
        if (reading is { Kind: RowKind.Other })
        {
            return new(line, name, title, RowKind.Other, reading.Why, "", "");
        }

        var facts = new SortedDictionary<string, (FactDeclaration Fact, Value Value)>(StringComparer.Ordinal);
        foreach (var fact in _mapping.Facts.Concat(reading?.Facts ?? []))
        {
            facts[fact.Fact.Path] = (fact.Fact, fact.Value);
        }

        foreach (var cells in _mapping.Columns.GroupBy(column => column.Fact.Path, StringComparer.Ordinal).Where(cells => !facts.ContainsKey(cells.Key)))
        {
            if (Stated(row, [.. cells]) is { } value)
            {
                facts[cells.Key] = (cells.First().Fact, value);
            }
        }

        var id = Id(name);
        var comment = $"Line {line} of {_table.Source.Path}, read by the mapping {_mapping.Id}. "
            + (reading is null ? "Nobody has read the row: whether it is about faces isn't known." : $"Its reader says: {reading.Why}");
        return new(line, name, title, reading?.Kind ?? RowKind.Unclear, reading?.Why, id, ManifestText.Write(id, title, _mapping.RowDescription is { } description ? Cell(row, description) : "", comment, facts.Values));
    }

    // Sets of several columns are joined; for everything else the columns that say something must agree.
    private Value? Stated(TableRow row, ImmutableArray<ColumnMapping> columns)
    {
        var values = columns.Select(column => Value(row, column)).OfType<Value>().ToList();
        if (values.Count < 2)
        {
            return values.FirstOrDefault();
        }

        if (values.TrueForAll(value => value is TermsValue))
        {
            return new TermsValue([.. values.Cast<TermsValue>().SelectMany(value => value.Terms).Distinct(StringComparer.Ordinal)]);
        }

        if (values.TrueForAll(value => value.Equals(values[0])))
        {
            return values[0];
        }

        _diagnostics.Add(Diagnostic.Warning(
            ImportCodes.Disagreement, row.Location, $"the columns {string.Join(" and ", columns.Select(column => $"`{column.Column.Header}`"))} disagree about {columns[0].Fact.Path}", "find out which is right; the fact is left unstated"));
        return null;
    }

    private Value? Value(TableRow row, ColumnMapping column)
    {
        var cell = Header.Normalised(Cell(row, column.Column));
        if (cell.Length == 0)
        {
            return null;
        }

        if (column.Separator is null)
        {
            return One(cell, row, column);
        }

        // Half a set would say that the other half isn't so.
        var parts = Parts(cell, column).Select(part => One(part, row, column)).ToList();
        return parts.Contains(null) || parts.Count == 0 ? null
            : parts is [PlacesValue, ..] ? new PlacesValue([.. parts.Cast<PlacesValue>().SelectMany(part => part.Places).Distinct()])
            : new TermsValue([.. parts.Cast<TermsValue>().SelectMany(part => part.Terms).Distinct(StringComparer.Ordinal)]);
    }

    // A separator may stand inside an answer; the answers that the mapping knows are found first.
    private static IEnumerable<string> Parts(string cell, ColumnMapping column)
    {
        var left = cell;
        while (left.Length > 0)
        {
            var known = column.Cells.Where(meaning => !meaning.IsBeginning && left.StartsWith(meaning.Text, StringComparison.OrdinalIgnoreCase) && EndsAt(left, meaning.Text.Length, column.Separator)).MaxBy(meaning => meaning.Text.Length)?.Text.Length
                ?? left.IndexOf(column.Separator ?? "", StringComparison.Ordinal);
            known = known < 0 ? left.Length : known;
            yield return left[..known].Trim();
            left = known >= left.Length ? "" : left[(left.IndexOf(column.Separator ?? "", known, StringComparison.Ordinal) + (column.Separator ?? "").Length)..].Trim();
        }
    }

    private static bool EndsAt(string text, int at, string? separator) => at == text.Length || text[at..].TrimStart().StartsWith(separator ?? "", StringComparison.Ordinal);

    private Value? One(string cell, TableRow row, ColumnMapping column)
    {
        if (column.Cells.FirstOrDefault(meaning => meaning.IsBeginning ? cell.StartsWith(meaning.Text, StringComparison.OrdinalIgnoreCase) : string.Equals(meaning.Text, cell, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known.Value;
        }

        if (Plain(cell, column) is { } value)
        {
            return value;
        }

        _diagnostics.Add(Diagnostic.Warning(
            ImportCodes.UnknownCell, row.Location, $"`{Shortened(cell)}` under `{Shortened(column.Column.Header)}` says nothing that the mapping knows of {column.Fact.Path}", "give it a value under `values`, or `unstated`; the fact is left unstated"));
        return null;
    }

    private static Value? Plain(string cell, ColumnMapping column) => column.Fact.Type switch
    {
        _ when !column.Cells.IsEmpty && column.Fact.Type != FactType.Date => null,
        FactType.Text => new TextValue(cell),
        FactType.Number => NumberParser.TryNumber(cell, column.Fact, out var number, out _) ? new NumberValue(number) : null,
        FactType.Duration => NumberParser.TryDuration(cell, column.Fact, out var duration, out _) ? new DurationValue(duration) : null,
        FactType.Date when column.Dates is { } form => DateOnly.TryParseExact(cell, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateValue(day) : null,
        FactType.Date => IsoDate.TryParse(cell, out var day) ? new DateValue(day) : null,
        _ => null,
    };

    private string Cell(TableRow row, ColumnName column) => row.Cells[IndexOf(column)];

    private int IndexOf(ColumnName column)
    {
        for (var i = 0; i < _table.Header.Length; i++)
        {
            if (Header.AreSame(_table.Header[i], column.Header))
            {
                return i;
            }
        }

        return -1;
    }

    private string Id(string name)
    {
        var words = new string([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var id = words.Length == 0 ? "row" : string.Join('-', words);
        var times = _ids[id] = _ids.GetValueOrDefault(id) + 1;
        return times == 1 ? id : $"{id}-{times.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..59]}…";
}
