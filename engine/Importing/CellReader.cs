using System.Globalization;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Importing;

/// <summary>Reads off cells what they state of a fact; a text that the mapping gives no value is told once, however many cells hold it.</summary>
internal sealed class CellReader
{
    private readonly Dictionary<(ColumnMapping Column, string Text), (Location First, int Count)> _unknown = [];

    /// <summary>The value, or null where the cell says nothing of the fact.</summary>
    public Value? Read(string cell, ColumnMapping column, Location row)
    {
        if (column.Separator is null)
        {
            return Header.Normalised(cell) is { Length: > 0 } text ? One(text, column, row) : null;
        }

        // Half a set would say that the other half isn't so.
        var answers = Answers(cell, column, column.Separator).Select(answer => One(answer, column, row)).ToList();
        return answers.Count == 0 || answers.Contains(null) ? null : Joined(answers.OfType<Value>());
    }

    /// <summary>The sets as one set.</summary>
    public static Value Joined(IEnumerable<Value> sets) => sets.ToList() is var all && all is [PlacesValue, ..]
        ? new PlacesValue([.. all.Cast<PlacesValue>().SelectMany(set => set.Places).Distinct()])
        : new TermsValue([.. all.Cast<TermsValue>().SelectMany(set => set.Terms).Distinct(StringComparer.Ordinal)]);

    /// <summary>What no value was known for.</summary>
    public IEnumerable<Diagnostic> Diagnostics => _unknown.Select(cell => Diagnostic.Warning(
        ImportCodes.UnknownCell,
        cell.Value.First,
        $"`{Header.Shortened(cell.Key.Text)}` under `{Header.Shortened(cell.Key.Column.Column.Header)}` says nothing that the mapping knows of {cell.Key.Column.Fact.Path}{(cell.Value.Count > 1 ? $", here and in {cell.Value.Count - 1} more" : "")}",
        cell.Key.Column.Cells.IsEmpty ? $"write {(cell.Key.Column.Dates is { } form ? $"days as {form}" : "it as a manifest would")}; the fact is left unstated" : "give it a value under `values`, or `unstated`; the fact is left unstated"));

    // A separator may stand inside an answer, so the longest answer that the mapping knows is taken first.
    private static IEnumerable<string> Answers(string cell, ColumnMapping column, string separator)
    {
        var pieces = cell.Split(separator);
        var longest = column.Cells.Select(meaning => meaning.Text.Split(separator).Length).DefaultIfEmpty(1).Max();
        for (var at = 0; at < pieces.Length;)
        {
            var taken = Math.Min(longest, pieces.Length - at);
            while (taken > 1 && !column.Cells.Any(meaning => meaning.Means(Answer(taken))))
            {
                taken--;
            }

            if (Answer(taken) is { Length: > 0 } answer)
            {
                yield return answer;
            }

            at += taken;

            string Answer(int count) => Header.Normalised(string.Join(separator, pieces[at..(at + count)]));
        }
    }

    private Value? One(string text, ColumnMapping column, Location row)
    {
        if (column.Cells.FirstOrDefault(meaning => meaning.Means(text)) is { } known)
        {
            return known.Value;
        }

        if (Plain(text, column) is { } value)
        {
            return value;
        }

        _unknown[(column, text)] = _unknown.TryGetValue((column, text), out var seen) ? (seen.First, seen.Count + 1) : (row, 1);
        return null;
    }

    private static Value? Plain(string text, ColumnMapping column) => column.Fact.Type switch
    {
        FactType.Date when column.Dates is { } form => DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateValue(day) : null,
        FactType.Text when !column.Cells.IsEmpty => null,
        FactType.Text or FactType.Date or FactType.Number or FactType.Duration =>
            new ValueBinder(Vocabulary.Empty, groupsAllowed: false, new()).Bind(new ScalarNode(default, text, IsPlain: false), column.Fact),
        _ => null,
    };
}
