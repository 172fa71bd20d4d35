using System.Collections.Immutable;

namespace PolicyCheck.Questions;

/// <summary>
/// The order of questions with the fewest to be expected, each answer that tests can tell apart taken to be equally likely. With few open
/// facts it is found exactly, by dynamic programming over the diagrams that answers lead to; with many the question comes first from
/// which the most is learnt of the verdict.
/// </summary>
internal sealed class QuestionOrder
{
    private const int MostExactFacts = 9;
    private const int MostExactVariables = 12;
    private const int MostExactSteps = 20_000;
    private const double Tolerance = 1e-9;

    private readonly JointSpace _space;
    private readonly ExpectedDoubt _doubts;
    private readonly ImmutableArray<Asked> _facts;
    private readonly Dictionary<int, ulong[]> _support = [];
    private readonly Dictionary<int, (double Cost, Asked? Fact)> _best = [];
    private readonly Dictionary<(int Diagram, Asked Fact), ImmutableArray<(int Diagram, double Chance)>> _after = [];
    private int _steps;

    /// <summary>Prepares the order.</summary>
    /// <param name="space">The joint diagram.</param>
    /// <param name="unanswered">The names of facts that nobody can be asked about any more.</param>
    public QuestionOrder(JointSpace space, IReadOnlySet<string> unanswered)
    {
        (_space, _doubts) = (space, new(space));
        _facts =
        [
            .. space.Variables
                .Select((variable, number) => (variable.Fact, number))
                .Where(pair => pair.Fact is { } fact && !unanswered.Contains(fact.Name))
                .GroupBy(pair => pair.Fact?.Name, StringComparer.Ordinal)
                .Select(group => (Fact: group.First().Fact ?? throw new InvalidOperationException("no fact"), Variables: group.Select(pair => pair.number).ToImmutableArray()))
                .OrderBy(group => Rank(group.Fact))
                .ThenBy(group => group.Fact.Name, StringComparer.Ordinal)
                .Select(group => new Asked(group.Fact, group.Variables)),
        ];
    }

    /// <summary>The facts that can still change what a diagram comes to, those asked of the operator first, then the vendor, then a lawyer.</summary>
    /// <param name="diagram">The diagram.</param>
    public ImmutableArray<Asked> Decisive(int diagram) => [.. _facts.Where(fact => fact.Variables.Any(variable => Hangs(diagram, variable)))];

    /// <summary>How many facts that can be asked for have one of these variables.</summary>
    /// <param name="variables">The variables' numbers.</param>
    public int AskedAmong(IReadOnlySet<int> variables) => _facts.Count(fact => fact.Variables.Any(variables.Contains));

    /// <summary>The next question; null where no question is left.</summary>
    /// <param name="diagram">What is still open.</param>
    public Asked? Next(int diagram)
    {
        var decisive = Decisive(diagram);
        return decisive.Length switch
        {
            0 => null,
            1 => decisive[0],
            <= MostExactFacts when decisive.Sum(fact => fact.Variables.Length) <= MostExactVariables && Cost(diagram) is not null => _best[diagram].Fact,
            _ => MostTelling(diagram, decisive),
        };
    }

    /// <summary>What is left open by that answer to a question which leaves the most open.</summary>
    /// <param name="diagram">What is open before.</param>
    /// <param name="fact">What is asked.</param>
    public int MostOpen(int diagram, Asked fact) => fact.Variables.Where(variable => Hangs(diagram, variable)).Aggregate(diagram, (rest, variable) => !Hangs(rest, variable)
        ? rest
        : Enumerable.Range(0, _space.Variables[variable].Width).Select(value => _space.Diagram.Restrict(rest, variable, value)).MaxBy(next => Decisive(next).Length));

    // What diagrams the answers to a question lead to, and how likely each is.
    private ImmutableArray<(int Diagram, double Chance)> After(int diagram, Asked fact)
    {
        if (_after.TryGetValue((diagram, fact), out var known))
        {
            return known;
        }

        var reached = new List<(int Diagram, double Chance)> { (diagram, 1) };
        foreach (var variable in fact.Variables)
        {
            var next = new Dictionary<int, double>();
            foreach (var (one, chance) in reached)
            {
                if (!Hangs(one, variable))
                {
                    next[one] = next.GetValueOrDefault(one) + chance;
                    continue;
                }

                var width = _space.Variables[variable].Width;
                for (var value = 0; value < width; value++)
                {
                    var restricted = _space.Diagram.Restrict(one, variable, value);
                    next[restricted] = next.GetValueOrDefault(restricted) + (chance / width);
                }
            }

            reached = [.. next.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
        }

        return _after[(diagram, fact)] = [.. reached];
    }

    // The fewest questions to be expected; null where that takes too long to find out.
    private double? Cost(int diagram)
    {
        if (_best.TryGetValue(diagram, out var known))
        {
            return known.Cost;
        }

        var decisive = Decisive(diagram);
        if (decisive.IsEmpty)
        {
            return 0;
        }

        (double Cost, Asked? Fact) best = (double.MaxValue, null);
        foreach (var fact in decisive)
        {
            var after = After(diagram, fact);
            _steps += after.Length;
            if (_steps > MostExactSteps)
            {
                return null;
            }

            var cost = 1.0;
            foreach (var (next, chance) in after)
            {
                if (Cost(next) is not { } further)
                {
                    return null;
                }

                cost += chance * further;
            }

            best = cost < best.Cost - Tolerance ? (cost, fact) : best;
            if (best.Cost <= 1 + Tolerance)
            {
                break;
            }
        }

        _best[diagram] = best;
        return best.Cost;
    }

    // Of a fact with several variables that answer is counted from which by itself the most is learnt.
    private Asked? MostTelling(int diagram, ImmutableArray<Asked> decisive)
    {
        var doubts = _doubts.Of(diagram);
        return decisive.Aggregate(
            (Fact: (Asked?)null, Least: double.MaxValue),
            (least, fact) => fact.Variables.Min(variable => doubts.GetValueOrDefault(variable, double.MaxValue)) is var doubt && doubt < least.Least - Tolerance ? (fact, doubt) : least).Fact;
    }

    private bool Hangs(int diagram, int variable) => diagram >= 0 && ((Support(diagram)[variable >> 6] >> (variable & 63)) & 1) == 1;

    // A bit for each variable that the function hangs on.
    private ulong[] Support(int diagram)
    {
        if (_support.TryGetValue(diagram, out var known))
        {
            return known;
        }

        var support = new ulong[(_space.Variables.Length + 63) / 64];
        if (diagram >= 0)
        {
            var variable = _space.Diagram.VariableOf(diagram);
            support[variable >> 6] |= 1UL << (variable & 63);
            foreach (var child in _space.Diagram.ChildrenOf(diagram))
            {
                var below = Support(child);
                for (var i = 0; i < support.Length; i++)
                {
                    support[i] |= below[i];
                }
            }
        }

        return _support[diagram] = support;
    }

    private static int Rank(OpenFact fact) => fact.Fact.AskWho switch
    {
        "operator" => 0,
        "vendor" => 1,
        _ => 2,
    };
}
