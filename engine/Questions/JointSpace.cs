using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>
/// What all completions of a manifest's unknown facts come to together: a decision diagram of the verdict, over all open rules and uses. A
/// fact of the deployment is one unknown for all uses, a fact of a use one for each.
/// </summary>
internal sealed class JointSpace
{
    private const int Budget = 500_000;

    // Numbers of operations, apart from those of conditions.
    private const int Keep = 201;
    private const int Worse = 202;
    private const int Class = 203;
    private const int Decided = 210;

    private readonly Diagram _diagram = new(Budget);
    private readonly JointVariables _variables;

    /// <summary>Builds the diagram.</summary>
    /// <param name="assessment">What is found as things stand.</param>
    /// <param name="variables">What is unknown in its open rules.</param>
    /// <param name="options">What counts in the verdict.</param>
    /// <exception cref="DiagramTooLargeException">There is too much to say.</exception>
    public JointSpace(Assessment assessment, JointVariables variables, AssessmentOptions options)
    {
        _variables = variables;
        variables.WriteTo(_diagram);
        var rules = ImmutableArray.CreateBuilder<JointRule>();
        var verdict = Diagram.Constant((int)OpenRules.Settled(assessment, options));
        foreach (var (use, finding) in OpenRules.Of(assessment, options))
        {
            var one = Contribution(use, finding, assessment.AsOf, options);
            rules.Add(new(finding, use, one));
            verdict = _diagram.Apply(Worse, Math.Max, verdict, one);
        }

        Rules = rules.ToImmutable();
        Verdict = verdict;
        Answer = _diagram.Apply(Class, static (one, _) => Math.Max(one, (int)Assessments.Verdict.Compliant), verdict, Diagram.Constant(0));
    }

    /// <summary>The diagrams.</summary>
    public Diagram Diagram => _diagram;

    /// <summary>The variables, by their numbers.</summary>
    public ImmutableArray<JointVariable> Variables => _variables.All;

    /// <summary>The open rules that count.</summary>
    public ImmutableArray<JointRule> Rules { get; }

    /// <summary>The diagram of the verdict.</summary>
    public int Verdict { get; }

    /// <summary>The diagram of the verdict where not applicable counts as compliant: what questions are to settle.</summary>
    public int Answer { get; }

    /// <summary>What is stated of an open fact without being exact enough, or null.</summary>
    /// <param name="fact">The fact.</param>
    public Value? Stated(OpenFact fact) => _variables.Stated(fact);

    /// <summary>The verdicts that a diagram can come to once some variables have values, from best to worst, and the variables met on the way.</summary>
    /// <param name="diagram">The diagram.</param>
    /// <param name="known">The values of variables; none when null.</param>
    public (ImmutableArray<Verdict> Verdicts, SortedSet<int> Variables) Reach(int diagram, IReadOnlyDictionary<int, int>? known = null)
    {
        var (variables, constants) = _diagram.Explore(diagram, known is null ? null : (variable, value) => !known.TryGetValue(variable, out var given) || given == value);
        variables.ExceptWith(known?.Keys ?? []);
        return ([.. constants.Select(constant => (Verdict)constant)], variables);
    }

    private int Contribution(int use, Finding finding, DateOnly asOf, AssessmentOptions options)
    {
        if (finding.Trigger is not { } trigger)
        {
            throw new InvalidOperationException($"{finding.Rule.QualifiedId} wasn't evaluated");
        }

        var speaks = Build(trigger, use);
        var firm = finding.Requirement is { } requirement ? Build(requirement, use) : Diagram.Constant(0);
        var doubtful = Diagram.Constant(0);
        foreach (var relief in finding.Exceptions.Where(relief => relief.IsInForce))
        {
            var applies = Build(relief.Trace, use);
            (firm, doubtful) = Doubts.About(relief.Relief, asOf) is null
                ? (ConditionDiagram.Or(_diagram, firm, applies), doubtful)
                : (firm, ConditionDiagram.Or(_diagram, doubtful, applies));
        }

        var kept = _diagram.Apply(Keep, static (one, other) => one == 1 ? 2 : other, firm, doubtful);
        var broken = OpenRules.WhenBroken(finding, asOf, options);
        return _diagram.Apply(
            Decided + (int)broken,
            (first, second) => (int)(first == 0 ? Assessments.Verdict.NotApplicable : second switch { 2 => Assessments.Verdict.Compliant, 1 => Assessments.Verdict.Indeterminate, _ => broken }),
            speaks,
            kept);
    }

    private int Build(Trace trace, int use) => trace.Truth switch
    {
        Truth.True => Diagram.Constant(1),
        Truth.False => Diagram.Constant(0),
        _ => trace.Condition switch
        {
            AllOf => trace.Parts.Aggregate(Diagram.Constant(1), (sum, part) => ConditionDiagram.And(_diagram, sum, Build(part, use))),
            AnyOf => trace.Parts.Aggregate(Diagram.Constant(0), (sum, part) => ConditionDiagram.Or(_diagram, sum, Build(part, use))),
            Negation => ConditionDiagram.Without(_diagram, Diagram.Constant(1), Build(trace.Parts[0], use)),
            Leaf leaf => _variables.Literal(leaf, use),
            _ => Build(trace.Parts[0], use),
        },
    };
}

/// <summary>An open rule that counts in the verdict.</summary>
/// <param name="Finding">What is found of it as things stand.</param>
/// <param name="Use">The number of the use.</param>
/// <param name="Diagram">The diagram of what it contributes to the verdict.</param>
internal sealed record JointRule(Finding Finding, int Use, int Diagram);
