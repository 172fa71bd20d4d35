using System.Collections.Immutable;
using PolicyCheck.Reading;

namespace PolicyCheck.Formatting;

/// <summary>Decides how values are laid out, and which comment belongs to which of them.</summary>
internal sealed class LayoutBuilder(string text, CommentQueue comments)
{
    /// <summary>The most columns that a value between brackets may reach; a longer one gets a line for each entry.</summary>
    public const int Width = 130;

    private const int Step = 2;

    /// <summary>Lays out a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="order">The order of its keys.</param>
    public Layout Build(Node node, Place place, KeyOrder order)
    {
        if (node is ScalarNode scalar)
        {
            return new InlineLayout(ScalarLines.Of(scalar, text, Width - place.Column));
        }

        var (start, end) = node.Location.Span;
        var isFlow = place.InFlow || (end > start && text[start] is '{' or '[');
        if (isFlow && !comments.Any(start, end) && FlowText.Of(node, order) is var line && place.Column + line.Length <= Width)
        {
            return new InlineLayout([line]);
        }

        if (isFlow && node is SequenceNode list && !comments.Any(start, end) && FlowText.Filled(list, order, Width - place.Indent) is { IsEmpty: false } lines)
        {
            return new InlineLayout(lines);
        }

        return node switch
        {
            MappingNode { Entries.IsEmpty: true } => new InlineLayout(["{}"]),
            SequenceNode { Items.IsEmpty: true } => new InlineLayout(["[]"]),
            _ => Block(node, place with { InFlow = isFlow, Limit = isFlow ? Math.Max(start, end - 1) : place.Limit }, order),
        };
    }

    private BlockLayout Block(Node node, Place place, KeyOrder order)
    {
        var column = place.InFlow ? 0 : LineMap.ColumnOf(text, node.Location.Span.Start);
        var pieces = node is MappingNode mapping
            ? order.Sort(mapping.Entries.Select((entry, i) => (Key: entry.Key.Value, Piece: Entry(entry, place with { Limit = StartOf(mapping, i + 1, place.Limit), Outer = column }, order))).ToList(), pair => pair.Key).Select(pair => pair.Piece)
            : ((SequenceNode)node).Items is var items ? items.Select((item, i) => Item(item, place with { Limit = i + 1 < items.Length ? items[i + 1].Location.Span.Start : place.Limit, Outer = column }, order.OfItem())) : [];
        ImmutableArray<Piece> built = [.. pieces];
        return new(built, place.InFlow ? comments.Before(place.Limit) : comments.Below(place.Limit, column, place.Outer));
    }

    private Piece Entry(MappingEntry entry, Place place, KeyOrder order)
    {
        var (key, node) = entry;
        var leading = comments.Before(key.Location.Span.Start);
        var hasGap = LineMap.HasGapAbove(text, key.Location.Span.Start);
        var name = ScalarLines.Key(key);
        var value = node.Location.Span;
        var beside = comments.Beside(key.Location.Span.End, value.End > value.Start ? value.Start : place.Limit);
        if (node is ScalarNode && value.End > value.Start)
        {
            leading = leading.AddRange(comments.Before(value.Start));
        }

        var layout = Build(node, place with { Indent = place.Indent + Step, Column = place.Indent + name.Length + 2 }, order.Of(key.Value));
        return Finish(new(leading, hasGap, name, layout, beside), value.End > value.Start ? value.End : key.Location.Span.End, place.Limit);
    }

    private Piece Item(Node node, Place place, KeyOrder order)
    {
        var start = node.Location.Span.Start;
        var leading = comments.Before(start);
        var layout = Build(node, place with { Indent = place.Indent + Step, Column = place.Indent + Step }, order);
        var piece = Finish(new(leading, LineMap.HasGapAbove(text, start), null, layout, null), node.Location.Span.End, place.Limit);
        // The first entry stands beside the dash, so what is above it stands above the dash.
        return piece.Value is BlockLayout { Pieces: [{ Leading.IsEmpty: false } first, ..] pieces } block
            ? piece with { Leading = piece.Leading.AddRange(first.Leading), Value = block with { Pieces = pieces.SetItem(0, first with { Leading = [] }) } }
            : piece;
    }

    private Piece Finish(Piece piece, int end, int limit)
    {
        var after = comments.Beside(end, limit);
        if (piece.Value is InlineLayout { Lines: [_, _, ..] } && (after ?? piece.Beside) is { } unfit)
        {
            return piece with { Leading = piece.Leading.Add(unfit), Beside = null };
        }

        return after is null ? piece
            : piece is { Key: not null, Beside: null } or { Value: InlineLayout, Beside: null } ? piece with { Beside = after }
            : piece.Value is BlockLayout block ? piece with { Value = block with { Tail = block.Tail.Add(after) } }
            : piece with { Leading = piece.Leading.Add(after) };
    }

    private static int StartOf(MappingNode mapping, int index, int limit) => index < mapping.Entries.Length ? mapping.Entries[index].Key.Location.Span.Start : limit;

    /// <summary>Where a value stands.</summary>
    /// <param name="Indent">The indentation of its entries.</param>
    /// <param name="Column">The column at which it begins if it stands beside its key.</param>
    /// <param name="Outer">The column, as it was written, of what encloses it.</param>
    /// <param name="Limit">Where what follows it begins in the text.</param>
    /// <param name="InFlow">Whether it stands between brackets.</param>
    internal readonly record struct Place(int Indent, int Column, int Outer, int Limit, bool InFlow);
}
