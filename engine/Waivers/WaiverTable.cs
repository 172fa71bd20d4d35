using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Tables;
using PolicyCheck.Text;

namespace PolicyCheck.Waivers;

/// <summary>Turns the rows of a table into the nodes that a YAML file would give, so that both are read alike.</summary>
internal sealed class WaiverTable(Table table, ReadingLimits? limits, DiagnosticBag diagnostics)
{
    private const char ListSeparator = ';';

    /// <summary>The waivers; of a table with a wrong header none.</summary>
    public IReadOnlyList<Node> Waivers() => HeaderHolds() ? [.. table.Rows.Select(Waiver)] : [];

    private bool HeaderHolds()
    {
        var wrong = false;
        foreach (var (name, index) in table.Header.Select((name, index) => (name.Trim(), index)))
        {
            if (!WaiverBinder.Keys.Contains(name))
            {
                Refuse(index, $"`{name}` is not a column of waivers", Spelling.DidYouMean(name, WaiverBinder.Keys, $"use {string.Join(", ", WaiverBinder.Keys)}"));
            }
            else if (table.Header.Take(index).Any(other => other.Trim() == name))
            {
                Refuse(index, $"there is another column `{name}`", "give each key one column");
            }
        }

        return !wrong;

        void Refuse(int index, string message, string cure)
        {
            wrong = true;
            diagnostics.Error(WaiverCodes.BadColumn, table.HeaderLocations[index], message, cure);
        }
    }

    // An empty cell is a key that isn't there.
    private MappingNode Waiver(TableRow row) => new(
        row.Location,
        [.. table.Header
            .Select((name, index) => (Name: name.Trim(), Text: row.Cells[index], At: row.CellLocations[index]))
            .Where(cell => !string.IsNullOrWhiteSpace(cell.Text))
            .Select(cell => new MappingEntry(new(cell.At, cell.Name, IsPlain: true), Value(cell.Name, cell.Text, cell.At)))]);

    private Node Value(string key, string text, Location at) => key switch
    {
        "uses" => new SequenceNode(at, [.. text.Split(ListSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(use => new ScalarNode(at, use, IsPlain: false))]),
        "conditions" => Yaml(text, at),
        _ => new ScalarNode(at, text.Trim(), IsPlain: false),
    };

    // Places in the cell are places in the file as long as no quotation mark in it is doubled.
    private Node Yaml(string text, Location at)
    {
        var isVerbatim = at.Source.Content.AsSpan(at.Span.Start).StartsWith(text);
        var read = DocumentReader.ReadDecoded(new("cell.yaml", text), limits);
        diagnostics.AddRange(read.Diagnostics.Select(problem => problem with { Location = Place(problem.Location) }));
        return read is { Documents: [var only] } ? Moved(only) : new ScalarNode(at, text, IsPlain: false);

        Location Place(Location inside) => isVerbatim ? new(at.Source, new(at.Span.Start + inside.Span.Start, at.Span.Start + inside.Span.End)) : at;

        Node Moved(Node node) => node switch
        {
            ScalarNode scalar => MovedScalar(scalar),
            SequenceNode sequence => new SequenceNode(Place(sequence.Location), [.. sequence.Items.Select(Moved)]),
            MappingNode mapping => new MappingNode(Place(mapping.Location), [.. mapping.Entries.Select(entry => new MappingEntry(MovedScalar(entry.Key), Moved(entry.Value)))]),
            _ => throw new InvalidOperationException($"no place for {node.GetType().Name}"),
        };

        ScalarNode MovedScalar(ScalarNode scalar) => scalar with { Location = Place(scalar.Location) };
    }
}
