using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyCheck.Text;

namespace PolicyCheck.Reading;

/// <summary>A sequence or mapping that is still being read; one instance serves every node of its depth in turn.</summary>
internal sealed class OpenNode
{
    private const int FewKeys = 16;

    private readonly List<Node> _items = [];
    private readonly List<MappingEntry> _entries = [];
    private Dictionary<string, ScalarNode>? _keys;

    /// <summary>Whether it is a mapping.</summary>
    public bool IsMapping { get; private set; }

    /// <summary>Whether the next child of a mapping is a key.</summary>
    public bool ExpectsKey { get; private set; }

    /// <summary>The key whose value comes next, or null.</summary>
    public ScalarNode? Key { get; private set; }

    /// <summary>Where it starts, or -1 as long as that is where its first child starts.</summary>
    public int Start { get; set; }

    /// <summary>The anchor it was given.</summary>
    public AnchoredNode? Anchor { get; private set; }

    /// <summary>How many nodes were read before it.</summary>
    public long NodesBefore { get; private set; }

    /// <summary>How many sequences and mappings are nested in it, itself included.</summary>
    public int Height { get; private set; }

    /// <summary>Begins a new node.</summary>
    public void Open(bool isMapping, int start, AnchoredNode? anchor, long nodesBefore)
    {
        (IsMapping, ExpectsKey, Start, Anchor, NodesBefore, Height) = (isMapping, isMapping, start, anchor, nodesBefore, 1);
        _items.Clear();
        _entries.Clear();
        _keys = null;
        Key = null;
    }

    /// <summary>Sets the key of the next value, or null to drop that value.</summary>
    public void AddKey(ScalarNode? key)
    {
        (Key, ExpectsKey) = (key, false);
        if (key is not null)
        {
            _keys?.Add(key.Value, key);
        }
    }

    /// <summary>Adds an item, or the value of the pending key.</summary>
    public void AddChild(Node child)
    {
        if (!IsMapping)
        {
            _items.Add(child);
            return;
        }

        ExpectsKey = true;
        if (Key is not null)
        {
            _entries.Add(new(Key, child));
            Key = null;
        }
    }

    /// <summary>Tells it how high a child is.</summary>
    public void Contain(int height) => Height = Math.Max(Height, height + 1);

    /// <summary>The earlier key with the same text, if there is one.</summary>
    public ScalarNode? SameKey(string text)
    {
        if (_entries.Count > FewKeys)
        {
            _keys ??= _entries.ToDictionary(entry => entry.Key.Value, entry => entry.Key, StringComparer.Ordinal);
            return _keys.GetValueOrDefault(text);
        }

        foreach (var entry in CollectionsMarshal.AsSpan(_entries))
        {
            if (entry.Key.Value == text)
            {
                return entry.Key;
            }
        }

        return null;
    }

    /// <summary>The finished node.</summary>
    public Node Close(Location location) => IsMapping
        ? new MappingNode(location, Frozen(_entries))
        : new SequenceNode(location, Frozen(_items));

    private static ImmutableArray<T> Frozen<T>(List<T> list) =>
        list.Count == 0 ? [] : ImmutableCollectionsMarshal.AsImmutableArray(list.ToArray());
}
