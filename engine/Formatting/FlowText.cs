using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Reading;

namespace PolicyCheck.Formatting;

/// <summary>Writes a value between brackets on one line.</summary>
internal static class FlowText
{
    /// <summary>The value.</summary>
    public static string Of(Node node, KeyOrder order) => Write(node, order, new()).ToString();

    /// <summary>A list of many short items on as few lines as they take, or nothing where an item is long.</summary>
    public static ImmutableArray<string> Filled(SequenceNode list, KeyOrder order, int width)
    {
        const int longest = 40;
        var items = list.Items.Select(item => Of(item, order.OfItem())).ToList();
        if (items.Exists(item => item.Length > longest))
        {
            return [];
        }

        var lines = new List<string> { "[" };
        var line = new StringBuilder();
        foreach (var item in items)
        {
            if (line.Length > 0 && line.Length + item.Length + 3 > width)
            {
                lines.Add(line.Append(',').ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? ", " : "").Append(item);
        }

        return [.. lines, line.Append(']').ToString()];
    }

    private static StringBuilder Write(Node node, KeyOrder order, StringBuilder text)
    {
        var separator = "";
        switch (node)
        {
            case MappingNode mapping:
                text.Append('{');
                foreach (var (key, value) in order.Sort(mapping.Entries, entry => entry.Key.Value))
                {
                    text.Append(separator).Append(ScalarLines.Key(key)).Append(": ");
                    Write(value, order.Of(key.Value), text);
                    separator = ", ";
                }

                return text.Append('}');
            case SequenceNode sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    Write(item, order.OfItem(), text.Append(separator));
                    separator = ", ";
                }

                return text.Append(']');
            default:
                var scalar = (ScalarNode)node;
                return text.Append(scalar is { IsNull: true, Value: "" } ? "null" : ScalarLines.OneLine(scalar, inFlow: true));
        }
    }
}
