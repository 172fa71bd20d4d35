using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Importing;

/// <summary>Reads a mapping, so that every value it gives fits its fact before a row is looked at.</summary>
public sealed class ImportMappingReader
{
    /// <summary>The word for a cell that says nothing of the fact.</summary>
    internal const string Unstated = "unstated";

    private readonly Vocabulary _vocabulary;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly StatementBinder _statements;
    private readonly ValueBinder _values;

    private ImportMappingReader(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _statements = new(vocabulary, _diagnostics);
        _values = new(vocabulary, groupsAllowed: false, _diagnostics);
    }

    internal static ImmutableArray<string> Keys { get; } = [MappingBinder.SchemaKey, "mapping", "title", "rows", "facts", "columns", "leftOut", "readings"];
    internal static ImmutableArray<string> RowKeys { get; } = ["name", "title", "description"];
    internal static ImmutableArray<string> ColumnKeys { get; } = ["column", "fact", "values", "separator", "dates"];
    internal static ImmutableArray<string> LeftOutKeys { get; } = ["column", "why"];
    internal static ImmutableArray<string> ReadingKeys { get; } = ["row", "is", "why", "facts"];
    internal static ImmutableArray<string> Kinds { get; } = ["face-recognition", "other", "unclear"];

    /// <summary>Reads a mapping.</summary>
    /// <param name="path">The path to report.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="vocabulary">The facts it can state.</param>
    /// <param name="limits">How much is read; the documented defaults when null.</param>
    /// <returns>The mapping, or null when something is wrong with it, and every problem found.</returns>
    public static (ImportMapping? Mapping, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content, Vocabulary vocabulary, ReadingLimits? limits = null)
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
        var rows = binder.Mapping("rows") is { } named ? new MappingBinder(named, "`rows`", RowKeys, _diagnostics, emptyAllowed: false) : null;
        var rowTitle = rows?.RequireScalar("title", "Name");
        var rowName = rows?.Require("name", "[Agency, Name]") switch
        {
            ScalarNode one => [Column(one)],
            not null => [.. rows.Items("name").OfType<ScalarNode>().Select(Column)],
            _ => ImmutableArray<ColumnName>.Empty,
        };
        var facts = binder.Mapping("facts") is { } stated ? _statements.Bind(stated, [], StatementScope.Case) : [];
        binder.Require("columns", "[{column: Stage, fact: use.stage, values: {Live: operational}}]");
        ImmutableArray<ColumnMapping> columns = [.. Bound(binder, "columns", "a column", ColumnKeys).Select(ColumnOf).OfType<ColumnMapping>()];
        ImmutableArray<(ColumnName, string)> leftOut = [.. Bound(binder, "leftOut", "a column left out", LeftOutKeys).SelectMany(LeftOut)];
        ImmutableArray<RowReading> readings = [.. Bound(binder, "readings", "a reading", ReadingKeys).Select(Reading).OfType<RowReading>()];
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

    private ColumnMapping? ColumnOf(MappingBinder binder)
    {
        var column = binder.RequireScalar("column", "Stage of development");
        if (binder.RequireScalar("fact", "use.stage") is not { } path || column is null)
        {
            return null;
        }

        if (_vocabulary.Find(path.Value) is not { } fact)
        {
            _diagnostics.Error(FactsCodes.UnknownFact, path.Location, $"`{path.Value}` is not a fact", Spelling.DidYouMean(path.Value, _vocabulary.Facts.Select(known => known.Path), "`policycheck list facts` has all of them"));
            return null;
        }

        var cells = (binder.Mapping("values")?.Entries ?? []).Select(entry => Meaning(entry, fact)).ToImmutableArray();
        var dates = binder.Scalar("dates");
        var separator = binder.Scalar("separator");
        Refuse(cells.IsEmpty && fact.Type is not (FactType.Text or FactType.Date or FactType.Number or FactType.Duration), $"a cell isn't a {fact.Type.ToString().ToLowerInvariant()} by itself", "say under `values` what each text stands for", path.Location);
        Refuse(dates is not null && fact.Type != FactType.Date, "only a date has `dates`", "remove it", path.Location);
        Refuse(separator is not null && fact.Type is not (FactType.Choices or FactType.Places), "only a fact with several values has a `separator`", "remove it", path.Location);
        return new(Column(column), fact, cells, separator?.Value, dates?.Value);

        void Refuse(bool refused, string message, string cure, Location location)
        {
            if (refused)
            {
                _diagnostics.Error(ImportCodes.BadMapping, location, message, cure);
            }
        }
    }

    private CellMeaning Meaning(MappingEntry entry, FactDeclaration fact)
    {
        var isBeginning = entry.Key.Value.EndsWith('*');
        var text = Header.Normalised(isBeginning ? entry.Key.Value[..^1] : entry.Key.Value);
        return new(text, isBeginning, entry.Value is ScalarNode { IsPlain: true, Value: Unstated } ? null : _values.Bind(entry.Value, fact));
    }

    private static IEnumerable<(ColumnName, string)> LeftOut(MappingBinder binder)
    {
        var why = binder.RequireScalar("why", "no rule reads it");
        return (binder.Require("column", "Budget") is ScalarNode one ? [one] : binder.Items("column").OfType<ScalarNode>()).Select(name => (Column(name), why?.Value ?? ""));
    }

    private RowReading? Reading(MappingBinder binder)
    {
        var row = binder.RequireScalar("row", $"DHS{ImportMapping.Joint}Traveler Verification Service");
        var kind = binder.RequireWord("is", Kinds);
        var why = binder.RequireScalar("why", "the purpose says that it compares faces");
        var facts = binder.Mapping("facts") is { } stated ? _statements.Bind(stated, [], StatementScope.Case) : [];
        return row is null || kind is null || why is null ? null : new(row.Value, (RowKind)Kinds.IndexOf(kind), why.Value, facts, row.Location);
    }

    private static ColumnName Column(ScalarNode header) => new(header.Value, header.Location);
}
