using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Reading;

/// <summary>A value in a document, with the place it was written at.</summary>
/// <param name="Location">The place in the source.</param>
public abstract record Node(Location Location);

/// <summary>A scalar: text whose type is decided by whoever reads it.</summary>
/// <param name="Location">The place in the source.</param>
/// <param name="Value">The text after unescaping and folding.</param>
/// <param name="IsPlain">Whether it was written without quotes (in JSON: not a string).</param>
public sealed record ScalarNode(Location Location, string Value, bool IsPlain) : Node(Location)
{
    /// <summary>Whether the scalar is written as nothing: empty, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null";
}

/// <summary>A sequence of nodes.</summary>
/// <param name="Location">The place in the source.</param>
/// <param name="Items">The items in the order of the source.</param>
public sealed record SequenceNode(Location Location, ImmutableArray<Node> Items) : Node(Location);

/// <summary>A mapping from text to nodes; no key occurs twice.</summary>
/// <param name="Location">The place in the source.</param>
/// <param name="Entries">The entries in the order of the source.</param>
public sealed record MappingNode(Location Location, ImmutableArray<MappingEntry> Entries) : Node(Location)
{
    /// <summary>The value of a key, or null when the key isn't there.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public Node? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Value == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>One key of a mapping and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record MappingEntry(ScalarNode Key, Node Value);
