using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

/// <summary>The fewest questions to be expected, found by trying every decision tree over the decisive facts, each answer equally likely.</summary>
internal sealed class BestTree
{
    private const int MostFacts = 6;
    private const int MostStates = 200;

    private readonly JointCompletions _completions;
    private readonly Dictionary<string, (double Cost, ImmutableHashSet<Verdict> Verdicts)> _known = [];

    private BestTree(JointCompletions completions, ImmutableArray<int> facts)
    {
        (_completions, Facts) = (completions, facts);
        Cost = Solve([.. facts.Select(_ => -1)]).Cost;
    }

    /// <summary>The numbers of the decisive unknowns.</summary>
    public ImmutableArray<int> Facts { get; }

    /// <summary>The unknowns.</summary>
    public ImmutableArray<JointUnknown> Unknowns => _completions.Unknowns;

    /// <summary>The fewest questions to be expected.</summary>
    public double Cost { get; }

    /// <summary>How many combinations of answers there are.</summary>
    public int Size => Facts.Aggregate(1, (product, fact) => product * Unknowns[fact].Answers.Length);

    /// <summary>The best tree; null where nothing is open, where somebody would have to be asked what nobody knows, or where there is too much to try.</summary>
    public static BestTree? Of(JointCompletions completions)
    {
        var facts = Enumerable.Range(0, completions.Unknowns.Length).Where(completions.IsDecisive).ToImmutableArray();
        return facts.Length is 0 or > MostFacts
            || facts.Any(fact => completions.Unknowns[fact] is { Parameter: not null } || completions.Unknowns[fact].Answers.Any(answer => answer.Value is null || IsVague(answer.Value)))
            || facts.Aggregate(1.0, (product, fact) => product * (completions.Unknowns[fact].Answers.Length + 1)) > MostStates
            ? null
            : new(completions, facts);
    }

    // The oracle takes a town named by its country alone to lie in none of its states, the program in any.
    private static bool IsVague(Value value) => value is PlaceValue or PlacesValue
        && (value is PlacesValue many ? many.Places : [((PlaceValue)value).Place]).Any(place => place.Code is "US/x" or "GB/x");

    private (double Cost, ImmutableHashSet<Verdict> Verdicts) Solve(int[] answers)
    {
        var key = string.Join(' ', answers);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var open = Enumerable.Range(0, answers.Length).Where(i => answers[i] < 0).ToList();
        if (open.Count == 0)
        {
            return _known[key] = (0, [_completions.Answers[Facts.Select((fact, i) => _completions.Stride(fact) * answers[i]).Sum()]]);
        }

        var asked = open.ConvertAll(i => Enumerable.Range(0, Unknowns[Facts[i]].Answers.Length).Select(answer => Solve([.. answers[..i], answer, .. answers[(i + 1)..]])).ToList());
        var verdicts = asked[0].Aggregate(ImmutableHashSet<Verdict>.Empty, (all, one) => all.Union(one.Verdicts));
        return _known[key] = (verdicts.Count == 1 ? 0 : asked.Min(one => 1 + one.Average(next => next.Cost)), verdicts);
    }
}
