using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;

namespace PolicyCheck.Testing;

/// <summary>Reads the rows of a table of cases: each cell gives the day, a fact, or what is expected.</summary>
internal sealed class TableBinder(CaseFactsBinder facts, ExpectationBinder expectations, Vocabulary vocabulary, DiagnosticBag diagnostics)
{
    public IEnumerable<CaseDraft> Bind(MappingBinder table, CaseDraft draft)
    {
        ImmutableArray<ScalarNode> columns = [.. table.Items("columns").Select(column => table.TryScalar(column, "the head of a column", out var scalar) ? scalar : null).OfType<ScalarNode>()];
        var rows = table.Items("rows");
        if (columns.IsEmpty || rows.IsEmpty)
        {
            diagnostics.Error(TestCodes.BadTable, table.Location, columns.IsEmpty ? "this table has no columns" : "this table has no rows", "write `columns: [asOf, a-rule]` and under `rows` a list such as `- [2020-06-10, fail]`");
        }

        foreach (var twice in columns.GroupBy(column => column.Value, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            diagnostics.Error(TestCodes.BadTable, twice.Location, $"there is another column `{twice.Value}`", "give each column a head of its own");
        }

        return columns.IsEmpty ? [] : rows.Select(row => Row(row, columns, draft)).OfType<CaseDraft>().ToList();
    }

    private CaseDraft? Row(Node node, ImmutableArray<ScalarNode> columns, CaseDraft draft)
    {
        if (node is not SequenceNode { Items: var cells } || cells.Length != columns.Length)
        {
            diagnostics.Error(
                TestCodes.BadTable,
                node.Location,
                node is SequenceNode row ? $"this row has {row.Items.Length} cells, and there are {columns.Length} columns" : "a row is a list of cells",
                $"write a cell for each of {string.Join(", ", columns.Select(column => column.Value))}");
            return null;
        }

        var name = $"{draft.Name} [{string.Join(", ", cells.Select(Shown))}]";
        return columns.Zip(cells).Aggregate(draft with { Name = name, Location = node.Location }, (sum, cell) => Cell(sum, cell.First, cell.Second));
    }

    private CaseDraft Cell(CaseDraft draft, ScalarNode column, Node cell)
    {
        var entry = new MappingNode(cell.Location, [new(column with { Location = cell.Location }, cell)]);
        if (column.Value == "asOf")
        {
            return draft with { AsOf = new MappingBinder(entry, "a row", ["asOf"], diagnostics).Date("asOf") ?? draft.AsOf };
        }

        return vocabulary.Find(column.Value) is not null || column.Value.Contains('.', StringComparison.Ordinal)
            ? draft with { Facts = draft.Facts.With(facts.Bind(entry)) }
            : draft with { Expected = draft.Expected.And(expectations.Bind(entry)) };
    }

    private static string Shown(Node cell) => cell switch
    {
        ScalarNode scalar => scalar.Value,
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Shown))}]",
        MappingNode mapping => string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key.Value}: {Shown(entry.Value)}")),
        _ => "",
    };
}
