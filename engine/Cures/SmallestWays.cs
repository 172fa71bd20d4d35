using System.Collections.Immutable;
using PolicyCheck.Decisions;

namespace PolicyCheck.Cures;

/// <summary>
/// The smallest ways through a diagram: sets of dials to turn, none of which includes another, from the end of the diagram to
/// its beginning. Of each place only so many are kept, the smallest, so the smallest of all are always among them.
/// </summary>
/// <param name="diagram">Where the diagram is.</param>
/// <param name="dials">The dials.</param>
/// <param name="mostSteps">How many dials a way turns at most.</param>
/// <param name="mostWays">How many ways are kept of each place.</param>
internal sealed class SmallestWays(Diagram diagram, ImmutableArray<Dial> dials, int mostSteps, int mostWays)
{
    private readonly Dictionary<int, ImmutableArray<Way>> _known = [];

    /// <summary>Whether some ways were left out.</summary>
    public bool IsCapped { get; private set; }

    /// <summary>The ways to the constant one, the smallest first.</summary>
    /// <param name="root">The diagram.</param>
    public ImmutableArray<ImmutableArray<Step>> To(int root) => [.. Find(root).Select(way => way.Steps)];

    private ImmutableArray<Way> Find(int from)
    {
        if (Diagram.IsConstant(from, out var value))
        {
            return value == 1 ? [new([], 0, 0)] : [];
        }

        if (_known.TryGetValue(from, out var known))
        {
            return known;
        }

        var dial = diagram.VariableOf(from);
        var children = diagram.ChildrenOf(from).ToArray();
        var ways = new List<Way>(Find(children[0]));
        for (var position = 1; position < children.Length; position++)
        {
            foreach (var way in Find(children[position]))
            {
                if (way.Steps.Length < mostSteps)
                {
                    ways.Add(new([new(dial, position), .. way.Steps], way.Burden + Burden(dials[dial].Lever.Kind), way.Distance + position));
                }
                else
                {
                    IsCapped = true;
                }
            }
        }

        return _known[from] = Smallest(ways);
    }

    private ImmutableArray<Way> Smallest(List<Way> ways)
    {
        ways.Sort();
        var kept = ImmutableArray.CreateBuilder<Way>();
        foreach (var way in ways)
        {
            if (kept.Any(smaller => smaller.IsWithin(way)))
            {
                continue;
            }

            if (kept.Count == mostWays)
            {
                IsCapped = true;
                break;
            }

            kept.Add(way);
        }

        return kept.ToImmutable();
    }

    // A use that is given up weighs more than any number of documents.
    private int Burden(ChangeKind kind) => kind switch { ChangeKind.Setting => 0, ChangeKind.Document => 1, _ => dials.Length };

    private sealed record Way(ImmutableArray<Step> Steps, int Burden, int Distance) : IComparable<Way>
    {
        public bool IsWithin(Way other)
        {
            var at = 0;
            foreach (var step in Steps)
            {
                while (at < other.Steps.Length && other.Steps[at].Dial < step.Dial)
                {
                    at++;
                }

                if (at == other.Steps.Length || other.Steps[at].Dial != step.Dial)
                {
                    return false;
                }
            }

            return true;
        }

        public int CompareTo(Way? other)
        {
            if (other is null)
            {
                return 1;
            }

            var order = (Steps.Length, Burden, Distance).CompareTo((other.Steps.Length, other.Burden, other.Distance));
            for (var i = 0; order == 0 && i < Steps.Length; i++)
            {
                order = (Steps[i].Dial, Steps[i].Position).CompareTo((other.Steps[i].Dial, other.Steps[i].Position));
            }

            return order;
        }
    }
}
