using System.Collections.Immutable;

namespace PolicyCheck.Decisions;

/// <summary>
/// Ordered, reduced multi-valued decision diagrams (Bryant 1986, in the multi-valued form of Srinivasan et al. 1990). Being
/// canonical, a diagram tests a variable if and only if the function depends on it.
/// </summary>
/// <param name="budget">How many nodes may be made before the work is given up.</param>
internal sealed class Diagram(int budget)
{
    private readonly List<(int Variable, int[] Children)> _nodes = [];
    private readonly Dictionary<NodeKey, int> _unique = [];
    private readonly Dictionary<(int Operation, int Left, int Right), int> _computed = [];
    private readonly Dictionary<(int Diagram, int Variable, int Value), int> _restricted = [];

    /// <summary>The diagram of a constant; constants are the numbers below zero.</summary>
    public static int Constant(int value) => -1 - value;

    /// <summary>Whether a diagram is a constant, and which.</summary>
    public static bool IsConstant(int diagram, out int value)
    {
        value = -1 - diagram;
        return diagram < 0;
    }

    /// <summary>A diagram that only tests one variable.</summary>
    /// <param name="variable">The variable; lower ones are tested first.</param>
    /// <param name="values">The constant for each of the variable's values.</param>
    public int Literal(int variable, ReadOnlySpan<int> values)
    {
        var children = new int[values.Length];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Constant(values[i]);
        }

        return Node(variable, children);
    }

    /// <summary>Joins two diagrams by an operation on their constants.</summary>
    /// <param name="operation">A number that names the operation, for remembering results.</param>
    /// <param name="combine">The operation.</param>
    /// <param name="left">One diagram.</param>
    /// <param name="right">The other.</param>
    /// <exception cref="DiagramTooLargeException">The budget is used up.</exception>
    public int Apply(int operation, Func<int, int, int> combine, int left, int right)
    {
        if (IsConstant(left, out var first) && IsConstant(right, out var second))
        {
            return Constant(combine(first, second));
        }

        if (_computed.TryGetValue((operation, left, right), out var known))
        {
            return known;
        }

        var variable = Math.Min(Variable(left), Variable(right));
        var children = new int[Math.Max(Width(left, variable), Width(right, variable))];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Apply(operation, combine, Child(left, variable, i), Child(right, variable, i));
        }

        return _computed[(operation, left, right)] = Node(variable, children);
    }

    /// <summary>What a function is once one of its variables has a value.</summary>
    /// <param name="diagram">Its diagram.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="value">Which of its values.</param>
    /// <exception cref="DiagramTooLargeException">The budget is used up.</exception>
    public int Restrict(int diagram, int variable, int value)
    {
        if (Variable(diagram) > variable)
        {
            return diagram;
        }

        var (own, children) = _nodes[diagram];
        if (own == variable)
        {
            return children[value];
        }

        if (_restricted.TryGetValue((diagram, variable, value), out var known))
        {
            return known;
        }

        var restricted = new int[children.Length];
        for (var i = 0; i < restricted.Length; i++)
        {
            restricted[i] = Restrict(children[i], variable, value);
        }

        return _restricted[(diagram, variable, value)] = Node(own, restricted);
    }

    /// <summary>A diagram that goes on with another for each value of a variable.</summary>
    /// <param name="variable">The variable; lower than any that the others test.</param>
    /// <param name="diagrams">The diagram for each of the variable's values.</param>
    /// <exception cref="DiagramTooLargeException">The budget is used up.</exception>
    public int Choose(int variable, ReadOnlySpan<int> diagrams) => Node(variable, diagrams.ToArray());

    /// <summary>Takes the last variables out of a function by joining what their values lead to.</summary>
    /// <param name="diagram">Its diagram.</param>
    /// <param name="first">The first of the variables.</param>
    /// <param name="combine">Joins two constants, in any order and any grouping.</param>
    /// <exception cref="DiagramTooLargeException">The budget is used up.</exception>
    public int Without(int diagram, int first, Func<int, int, int> combine)
    {
        var known = new Dictionary<int, int>();
        return Map(diagram);

        int Map(int from)
        {
            if (from < 0)
            {
                return from;
            }

            if (!known.TryGetValue(from, out var mapped))
            {
                var (variable, children) = _nodes[from];
                known[from] = mapped = variable >= first
                    ? Constant(Explore(from).Constants.Aggregate(combine))
                    : Node(variable, [.. children.Select(Map)]);
            }

            return mapped;
        }
    }

    /// <summary>The variable that a diagram tests first; not to be asked of a constant.</summary>
    /// <param name="diagram">The diagram.</param>
    public int VariableOf(int diagram) => _nodes[diagram].Variable;

    /// <summary>What each value of the variable that a diagram tests first leads to; not to be asked of a constant.</summary>
    /// <param name="diagram">The diagram.</param>
    public ReadOnlySpan<int> ChildrenOf(int diagram) => _nodes[diagram].Children;

    /// <summary>The variables that a function depends on, and the constants it can come to in rising order.</summary>
    /// <param name="diagram">Its diagram.</param>
    /// <param name="allows">Which values a variable may take, by their places; all where null.</param>
    public (SortedSet<int> Support, ImmutableArray<int> Constants) Explore(int diagram, Func<int, int, bool>? allows = null)
    {
        var (support, constants, seen, open) = (new SortedSet<int>(), new SortedSet<int>(), new HashSet<int>(), new Stack<int>([diagram]));
        while (open.TryPop(out var next))
        {
            if (IsConstant(next, out var value))
            {
                constants.Add(value);
            }
            else if (seen.Add(next))
            {
                var (variable, children) = _nodes[next];
                support.Add(variable);
                for (var i = 0; i < children.Length; i++)
                {
                    if (allows?.Invoke(variable, i) != false)
                    {
                        open.Push(children[i]);
                    }
                }
            }
        }

        return (support, [.. constants]);
    }

    /// <summary>A shortest way through a diagram to a constant: which value each variable on it takes; null where there is none.</summary>
    /// <param name="diagram">The diagram.</param>
    /// <param name="constant">The constant.</param>
    /// <param name="allows">Which values a variable may take, by their places; all where null.</param>
    public ImmutableDictionary<int, int>? Way(int diagram, int constant, Func<int, int, bool>? allows = null)
    {
        var open = new Queue<(int Diagram, ImmutableDictionary<int, int> Way)>([(diagram, ImmutableDictionary<int, int>.Empty)]);
        var seen = new HashSet<int>();
        while (open.TryDequeue(out var next))
        {
            if (IsConstant(next.Diagram, out var value))
            {
                if (value == constant)
                {
                    return next.Way;
                }
            }
            else if (seen.Add(next.Diagram))
            {
                var (variable, children) = _nodes[next.Diagram];
                for (var i = 0; i < children.Length; i++)
                {
                    if (allows?.Invoke(variable, i) != false)
                    {
                        open.Enqueue((children[i], next.Way.Add(variable, i)));
                    }
                }
            }
        }

        return null;
    }

    private int Node(int variable, int[] children)
    {
        if (children.AsSpan().IndexOfAnyExcept(children[0]) < 0)
        {
            return children[0];
        }

        var key = new NodeKey(variable, children);
        if (_unique.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_nodes.Count >= budget)
        {
            throw new DiagramTooLargeException();
        }

        _nodes.Add((variable, children));
        return _unique[key] = _nodes.Count - 1;
    }

    private int Variable(int diagram) => diagram < 0 ? int.MaxValue : _nodes[diagram].Variable;

    private int Width(int diagram, int variable) => Variable(diagram) == variable ? _nodes[diagram].Children.Length : 0;

    private int Child(int diagram, int variable, int index) => Variable(diagram) == variable ? _nodes[diagram].Children[index] : diagram;

    private readonly struct NodeKey(int variable, int[] children) : IEquatable<NodeKey>
    {
        private readonly int _variable = variable;
        private readonly int[] _children = children;

        public bool Equals(NodeKey other) => _variable == other._variable && _children.AsSpan().SequenceEqual(other._children);

        public override bool Equals(object? obj) => obj is NodeKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_variable);
            foreach (var child in _children)
            {
                hash.Add(child);
            }

            return hash.ToHashCode();
        }
    }
}
