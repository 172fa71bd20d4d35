using PolicyCheck.Reading;

namespace PolicyCheck.Linting;

/// <summary>Walks through documents.</summary>
internal static class NodeWalk
{
    /// <summary>All mappings in a node, itself included, in the order of the text.</summary>
    public static IEnumerable<MappingNode> Mappings(Node? node) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(entry => Mappings(entry.Value)).Prepend(mapping),
        SequenceNode sequence => sequence.Items.SelectMany(Mappings),
        _ => [],
    };

    /// <summary>All values that are no sequence and no mapping, in the order of the text.</summary>
    public static IEnumerable<ScalarNode> Scalars(Node? node) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        SequenceNode sequence => sequence.Items.SelectMany(Scalars),
        ScalarNode scalar => [scalar],
        _ => [],
    };

    /// <summary>The values of a key, wherever it stands.</summary>
    public static IEnumerable<ScalarNode> Of(Node? node, params string[] keys) => Mappings(node).SelectMany(mapping => keys.Select(key => mapping[key])).OfType<ScalarNode>();
}
