namespace PolicyCheck.Reading;

/// <summary>What an anchor stands for: nothing as long as its value is still being read.</summary>
internal sealed class AnchoredNode
{
    /// <summary>The value, or null while it is open.</summary>
    public Node? Node { get; private set; }

    /// <summary>How many nodes the value holds, itself and its aliases written out included.</summary>
    public long Size { get; private set; }

    /// <summary>How many sequences and mappings are nested in the value, itself included.</summary>
    public int Height { get; private set; }

    /// <summary>Completes the value.</summary>
    public void Close(Node node, long size, int height) => (Node, Size, Height) = (node, size, height);
}
