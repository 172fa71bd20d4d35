using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Importing;

/// <summary>Reads how the cells of a column state a fact.</summary>
internal sealed class ColumnMappingBinder(Vocabulary vocabulary, DiagnosticBag diagnostics)
{
    /// <summary>The word for a cell that says nothing of the fact.</summary>
    internal const string Unstated = "unstated";

    internal static ImmutableArray<string> Keys { get; } = ["column", "fact", "values", "separator", "dates"];

    private readonly ValueBinder _values = new(vocabulary, groupsAllowed: false, diagnostics);

    public ColumnMapping? Bind(MappingBinder binder)
    {
        var column = binder.RequireScalar("column", "Stage of development");
        if (binder.RequireScalar("fact", "use.stage") is not { } path || column is null)
        {
            return null;
        }

        if (vocabulary.Find(path.Value) is not { } fact)
        {
            diagnostics.Error(FactsCodes.UnknownFact, path.Location, $"`{path.Value}` is not a fact", Spelling.DidYouMean(path.Value, vocabulary.Facts.Select(known => known.Path), "`policycheck list facts` has all of them"));
            return null;
        }

        ImmutableArray<CellMeaning> cells = [.. (binder.Mapping("values")?.Entries ?? []).Select(entry => Meaning(entry, fact))];
        var (dates, separator) = (binder.Scalar("dates"), binder.Scalar("separator"));
        Refuse(cells.IsEmpty && fact.Type is not (FactType.Text or FactType.Date or FactType.Number or FactType.Duration), path, $"no cell states {path.Value} by itself", "say under `values` what each text stands for");
        Refuse(dates is not null && fact.Type != FactType.Date, dates, "only a date has `dates`", "remove it");
        Refuse(separator is not null && fact.Type is not (FactType.Choices or FactType.Places), separator, "only a fact with several values has a `separator`", "remove it");
        Refuse(separator is { Value: "" }, separator, "nothing separates nothing", "write what stands between the answers, such as `separator: \",\"`");
        return new(new(column.Value, column.Location), fact, cells, separator?.Value, dates?.Value);
    }

    private void Refuse(bool refused, ScalarNode? at, string message, string cure)
    {
        if (refused && at is not null)
        {
            diagnostics.Error(ImportCodes.BadMapping, at.Location, message, cure);
        }
    }

    private CellMeaning Meaning(MappingEntry entry, FactDeclaration fact)
    {
        var isBeginning = entry.Key.Value.EndsWith('*');
        var text = Header.Normalised(isBeginning ? entry.Key.Value[..^1] : entry.Key.Value);
        return new(text, isBeginning, entry.Value is ScalarNode { IsPlain: true, Value: Unstated } ? null : _values.Bind(entry.Value, fact));
    }
}
