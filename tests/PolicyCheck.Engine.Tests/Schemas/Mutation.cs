using PolicyCheck.Reading;

namespace PolicyCheck.Tests.Schemas;

/// <summary>A document with one mistake in it.</summary>
/// <param name="Path">Where the mistake is.</param>
/// <param name="What">What it is.</param>
/// <param name="Document">The document.</param>
public sealed record Mutation(string Path, string What, Node Document)
{
    public static IEnumerable<Mutation> Of(Node node, string path = "") => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany((entry, index) => OfEntry(mapping, entry, index, $"{path}/{entry.Key.Value}")),
        SequenceNode sequence => sequence.Items.SelectMany((item, index) =>
            Of(item, $"{path}/{index}").Select(inner => inner with { Document = sequence with { Items = sequence.Items.SetItem(index, inner.Document) } })),
        ScalarNode scalar => [new(path, "nonsense", scalar with { Value = "Zzz none!", IsPlain = true })],
        _ => throw new InvalidOperationException("another kind of node"),
    };

    public override string ToString() => $"{Path}, {What}";

    private static IEnumerable<Mutation> OfEntry(MappingNode mapping, MappingEntry entry, int index, string path) =>
    [
        new(path, "key missing", mapping with { Entries = mapping.Entries.RemoveAt(index) }),
        new(path, "key misspelt", Replace(mapping, entry with { Key = entry.Key with { Value = entry.Key.Value + "x" } }, index)),
        .. Of(entry.Value, path).Select(inner => inner with { Document = Replace(mapping, entry with { Value = inner.Document }, index) }),
    ];

    private static MappingNode Replace(MappingNode mapping, MappingEntry entry, int index) =>
        mapping with { Entries = mapping.Entries.SetItem(index, entry) };
}
