using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Decisions;

namespace PolicyCheck.Questions;

/// <summary>
/// How much doubt about the verdict is to be expected once a variable is known, in bits, all its values being equally likely. One pass over
/// a diagram tells it of all variables: the ways that miss a variable stay as they are, and those that meet it go on by one of its values.
/// </summary>
/// <param name="space">The joint diagram.</param>
internal sealed class ExpectedDoubt(JointSpace space)
{
    private const double Least = 1e-9;

    private readonly Dictionary<int, ImmutableArray<double>> _chances = [];

    /// <summary>The doubt that is left once a variable is known, for each variable that the diagram hangs on.</summary>
    /// <param name="diagram">The diagram; not a constant.</param>
    public Dictionary<int, double> Of(int diagram)
    {
        var reached = new Dictionary<int, double> { [diagram] = 1 };
        var byVariable = new SortedDictionary<int, List<int>> { [space.Diagram.VariableOf(diagram)] = [diagram] };
        var doubts = new Dictionary<int, double>();
        var all = Chances(diagram);
        while (byVariable.Count > 0)
        {
            var (variable, nodes) = byVariable.First();
            byVariable.Remove(variable);
            var width = space.Variables[variable].Width;
            var (met, after) = (new double[all.Length], new double[width, all.Length]);
            foreach (var node in nodes)
            {
                var chance = reached[node];
                Add(node, chance, met);
                for (var value = 0; value < width; value++)
                {
                    var child = space.Diagram.ChildrenOf(node)[value];
                    var own = Chances(child);
                    for (var i = 0; i < all.Length; i++)
                    {
                        after[value, i] += chance * own[i];
                    }

                    if (child >= 0)
                    {
                        Meet(child, chance / width);
                    }
                }
            }

            doubts[variable] = Enumerable.Range(0, width).Sum(value => Enumerable.Range(0, all.Length).Sum(i => Bits(all[i] - met[i] + after[value, i]))) / width;
        }

        return doubts;

        void Meet(int node, double chance)
        {
            if (!reached.TryAdd(node, chance))
            {
                reached[node] += chance;
                return;
            }

            var variable = space.Diagram.VariableOf(node);
            if (!byVariable.TryGetValue(variable, out var nodes))
            {
                byVariable[variable] = nodes = [];
            }

            nodes.Add(node);
        }

        void Add(int node, double chance, double[] sum)
        {
            var own = Chances(node);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += chance * own[i];
            }
        }
    }

    private static double Bits(double chance) => chance > Least ? -chance * Math.Log2(chance) : 0;

    // How likely a diagram is to come to each verdict.
    private ImmutableArray<double> Chances(int diagram)
    {
        if (_chances.TryGetValue(diagram, out var known))
        {
            return known;
        }

        var chances = new double[(int)Verdict.NonCompliant + 1];
        if (Diagram.IsConstant(diagram, out var constant))
        {
            chances[constant] = 1;
        }
        else
        {
            var children = space.Diagram.ChildrenOf(diagram).ToArray();
            foreach (var child in children)
            {
                var own = Chances(child);
                for (var i = 0; i < chances.Length; i++)
                {
                    chances[i] += own[i] / children.Length;
                }
            }
        }

        return _chances[diagram] = [.. chances];
    }
}
