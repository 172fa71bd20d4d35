using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;

namespace PolicyCheck.Importing;

/// <summary>Reads a mapping, so that every value it gives fits its fact before a row is looked at.</summary>
public sealed class ImportMappingReader
{
    private readonly DiagnosticBag _diagnostics = new();
    private readonly ColumnMappingBinder _columns;
    private readonly StatementBinder _statements;

    private ImportMappingReader(Vocabulary vocabulary) => (_columns, _statements) = (new(vocabulary, _diagnostics), new(vocabulary, _diagnostics));

    internal static ImmutableArray<string> Keys { get; } = [MappingBinder.SchemaKey, "mapping", "title", "rows", "facts", "columns", "leftOut", "readings"];
    internal static ImmutableArray<string> RowKeys { get; } = ["name", "title", "description"];
    internal static ImmutableArray<string> LeftOutKeys { get; } = ["column", "why"];
    internal static ImmutableArray<string> ReadingKeys { get; } = ["row", "is", "why", "facts"];
    internal static ImmutableArray<string> Kinds { get; } = ["face-recognition", "other", "unclear"];

    /// <summary>Reads a mapping.</summary>
    /// <param name="path">The path to report.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="vocabulary">The facts it can state.</param>
    /// <param name="limits">How much is read; the documented defaults when null.</param>
    /// <returns>The mapping, or null when something is wrong with it, and every problem found.</returns>
    public static (ImportMapping? Mapping, ImmutableArray<Text.Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content, Vocabulary vocabulary, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var reader = new ImportMappingReader(vocabulary);
        var read = DocumentReader.Read(path, content.Span, limits);
        reader._diagnostics.AddRange(read.Diagnostics);
        var mapping = reader._diagnostics.HasErrors ? null : reader.Bind(read);
        return (reader._diagnostics.HasErrors ? null : mapping, reader._diagnostics.ToImmutable());
    }

    private ImportMapping? Bind(ReadResult read)
    {
        if (read.Documents is not [MappingNode document])
        {
            _diagnostics.Error(BindingCodes.WrongShape, new(read.Source, default), "a file holds one mapping", "begin with `mapping: name`, and write one in a file");
            return null;
        }

        var binder = new MappingBinder(document, "a mapping of a table", Keys, _diagnostics, emptyAllowed: false);
        var id = binder.RequireIdentifier("mapping", "inventory-of-2025");
        var title = binder.RequireScalar("title", "The inventory of 2025");
        binder.Require("rows", "{name: [Agency, Name], title: Name}");
        binder.Require("columns", "[{column: Stage, fact: use.stage, values: {Live: operational}}]");
        var rows = binder.Mapping("rows") is { } named ? new MappingBinder(named, "`rows`", RowKeys, _diagnostics, emptyAllowed: false) : null;
        var rowName = Headers(rows, "name", "[Agency, Name]");
        var rowTitle = rows?.RequireScalar("title", "Name");
        var facts = Facts(binder);
        ImmutableArray<ColumnMapping> columns = [.. Bound(binder, "columns", "a column", ColumnMappingBinder.Keys).Select(_columns.Bind).OfType<ColumnMapping>()];
        ImmutableArray<(ColumnName Column, string Why)> leftOut = [.. Bound(binder, "leftOut", "a column left out", LeftOutKeys).SelectMany(LeftOut)];
        ImmutableArray<RowReading> readings = [.. Bound(binder, "readings", "a reading", ReadingKeys).Select(Reading).OfType<RowReading>()];
        RefuseTwice(
            columns.Where(column => facts.Any(fact => fact.Fact == column.Fact)).Select(column => column.Column),
            "the column `{0}` states a fact that `facts` states for every row");
        RefuseTwice(
            leftOut.Select(left => left.Column).Where(left => columns.Any(column => IsSame(column.Column.Header, left.Header))),
            "the column `{0}` is both mapped and left out");
        RefuseTwice(
            readings.Where((reading, index) => readings.Take(index).Any(other => IsSame(other.Row, reading.Row))).Select(reading => new ColumnName(reading.Row, reading.Location)),
            "there is another reading of `{0}`");
        return id is null || title is null || rowTitle is null ? null
            : new(id.Value, title.Value, rowName, Column(rowTitle), rows?.Scalar("description") is { } description ? Column(description) : null, facts, columns, leftOut, readings);
    }

    private IEnumerable<MappingBinder> Bound(MappingBinder owner, string key, string what, ImmutableArray<string> keys)
    {
        foreach (var item in owner.Items(key))
        {
            if (owner.TryMapping(item, what, out var mapping))
            {
                yield return new(mapping, what, keys, _diagnostics, emptyAllowed: false);
            }
        }
    }

    private IEnumerable<(ColumnName Column, string Why)> LeftOut(MappingBinder binder)
    {
        var why = binder.RequireScalar("why", "no rule reads it")?.Value ?? "";
        return Headers(binder, "column", "Budget").Select(column => (column, why));
    }

    private RowReading? Reading(MappingBinder binder)
    {
        var row = binder.RequireScalar("row", $"DHS{ImportMapping.Joint}Traveler Verification Service");
        var kind = binder.RequireWord("is", Kinds);
        var why = binder.RequireScalar("why", "the purpose says that it compares faces");
        var facts = Facts(binder);
        return row is null || kind is null || why is null ? null : new(row.Value, (RowKind)Kinds.IndexOf(kind), why.Value, facts, row.Location);
    }

    private ImmutableArray<StatedFact> Facts(MappingBinder binder) =>
        binder.Mapping("facts") is { } stated ? _statements.Bind(stated, [], StatementScope.Case) : [];

    // One header, or a list of several.
    private ImmutableArray<ColumnName> Headers(MappingBinder? binder, string key, string example)
    {
        ImmutableArray<Node> items = binder?.Require(key, example) switch
        {
            null => [],
            SequenceNode several => several.Items,
            var one => [one],
        };
        if (binder?.Node(key) is SequenceNode { Items.IsEmpty: true } none)
        {
            _diagnostics.Error(ImportCodes.BadMapping, none.Location, $"`{key}` names no column", $"write one, such as `{key}: {example}`");
        }

        return [.. items.Select(item => binder is not null && binder.TryScalar(item, $"this item of `{key}`", out var header) ? Column(header) : null).OfType<ColumnName>()];
    }

    private void RefuseTwice(IEnumerable<ColumnName> again, string message)
    {
        foreach (var (name, location) in again)
        {
            _diagnostics.Error(ImportCodes.BadMapping, location, message.Replace("{0}", name, StringComparison.Ordinal), "keep one of both");
        }
    }

    private static bool IsSame(string first, string second) => string.Equals(Header.Normalised(first), Header.Normalised(second), StringComparison.OrdinalIgnoreCase);

    private static ColumnName Column(ScalarNode header) => new(header.Value, header.Location);
}
