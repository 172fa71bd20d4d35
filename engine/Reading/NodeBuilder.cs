using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Reading;

/// <summary>Builds documents from the events of a YAML or JSON parser, without recursion, and keeps the limits.</summary>
internal sealed class NodeBuilder(SourceText source, ReadingLimits limits, ProblemList problems)
{
    private readonly List<OpenNode> _open = [];
    private readonly List<Node> _documents = [];
    private Dictionary<string, AnchoredNode>? _anchors;
    private int _depth;
    private long _nodes;
    private Node? _root;

    /// <summary>Whether a limit or a defect without remedy ends the reading.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Where the last event ended.</summary>
    public int LastEnd { get; private set; }

    /// <summary>How many documents are complete.</summary>
    public int DocumentCount => _documents.Count;

    /// <summary>The innermost node that is still open.</summary>
    public OpenNode? Innermost => _depth == 0 ? null : _open[_depth - 1];

    /// <summary>The documents that are complete.</summary>
    public ImmutableArray<Node> Documents => [.. _documents];

    /// <summary>Ends a document; the anchors end with it.</summary>
    public void EndDocument()
    {
        if (_root is not null && !Stopped)
        {
            _documents.Add(_root);
        }

        _root = null;
        _anchors?.Clear();
    }

    /// <summary>Takes a scalar.</summary>
    public void Scalar(int start, int end, string value, bool isPlain, string? anchor = null)
    {
        if (!Count(1, start, end))
        {
            return;
        }

        var node = new ScalarNode(At(start, end), value, isPlain);
        Anchored(anchor)?.Close(node, 1, 0);
        Add(node, 0);
    }

    /// <summary>Takes an alias: the node that it stands for is shared and not copied.</summary>
    public void Alias(int start, int end, string name)
    {
        var known = _anchors?.GetValueOrDefault(name);
        if (Innermost is { ExpectsKey: true })
        {
            Stop(StructureProblems.AliasAsKey(start, end, name));
        }
        else if (known is not { Node: { } node })
        {
            problems.Add(known is null
                ? StructureProblems.Undefined(start, end, name, _anchors, problems)
                : StructureProblems.Cycle(start, end, name));
            Scalar(start, end, "", isPlain: true);
        }
        else if (_depth + known.Height > limits.MaxDepth)
        {
            Stop(StructureProblems.TooDeep(start, end, limits.MaxDepth));
        }
        else if (Count(known.Size, start, end))
        {
            EndsBy(end);
            Add(node, known.Height);
        }
    }

    /// <summary>Begins a sequence or mapping; a start of -1 means that of its first child.</summary>
    public void Open(bool isMapping, int start, string? anchor = null)
    {
        var at = start < 0 ? LastEnd : start;
        if (_depth == limits.MaxDepth)
        {
            Stop(StructureProblems.TooDeep(at, at + 1, limits.MaxDepth));
        }
        else if (Count(1, at, at + 1))
        {
            if (_depth == _open.Count)
            {
                _open.Add(new());
            }

            if (start >= 0)
            {
                StartsBy(start);
                EndsBy(start);
            }

            _open[_depth++].Open(isMapping, start, Anchored(anchor), _nodes - 1);
        }
    }

    /// <summary>Ends the innermost sequence or mapping; an end of -1 means that of its last child.</summary>
    public void Close(int end)
    {
        EndsBy(end);
        var closed = _open[--_depth];
        if (closed is { IsMapping: true, ExpectsKey: false })
        {
            Stop(YamlProblems.Other(LastEnd));
        }

        var node = closed.Close(new(source, new(closed.Start < 0 ? LastEnd : closed.Start, LastEnd)));
        closed.Anchor?.Close(node, _nodes - closed.NodesBefore, closed.Height);
        Add(node, closed.Height);
    }

    /// <summary>Ends the reading with a last problem.</summary>
    public void Stop(Problem problem)
    {
        problems.Add(problem);
        Stopped = true;
    }

    private void Add(Node node, int height)
    {
        if (_depth == 0)
        {
            _root = node;
            return;
        }

        var parent = _open[_depth - 1];
        parent.Contain(height);
        if (parent.ExpectsKey)
        {
            AddKey(parent, node);
        }
        else
        {
            parent.AddChild(node);
        }
    }

    private void AddKey(OpenNode parent, Node node)
    {
        if (StructureProblems.OfKey(node, parent) is { } problem)
        {
            problems.Add(problem);
            parent.AddKey(null);
        }
        else
        {
            parent.AddKey((ScalarNode)node);
        }
    }

    private bool Count(long size, int start, int end)
    {
        if (_nodes + size > limits.MaxNodes)
        {
            Stop(StructureProblems.TooManyNodes(start, end, limits.MaxNodes));
            return false;
        }

        _nodes += size;
        return true;
    }

    private AnchoredNode? Anchored(string? name) =>
        name is null ? null : (_anchors ??= new(StringComparer.Ordinal))[name] = new();

    private Location At(int start, int end)
    {
        StartsBy(start);
        EndsBy(end);
        var length = source.Content.Length;
        return new(source, new(Math.Min(start, length), Math.Min(end, length)));
    }

    // YamlDotNet puts what stands at the end of a text past it.
    private void EndsBy(int end) => LastEnd = Math.Max(LastEnd, Math.Min(end, source.Content.Length));

    private void StartsBy(int start)
    {
        if (_depth > 0 && _open[_depth - 1].Start < 0)
        {
            _open[_depth - 1].Start = start;
        }
    }

}
