using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>How a rule comes out where its tests have certain truths; the same for all uses that leave them so, and safe to share between threads.</summary>
internal sealed class RuleTrace
{
    private static readonly int Outcomes = Enum.GetValues<RuleOutcome>().Length;

    private readonly ImmutableArray<int>[] _turnedOn = new ImmutableArray<int>[Outcomes];
    private readonly ImmutableArray<int>[] _about = new ImmutableArray<int>[Outcomes];

    /// <summary>Traces a rule.</summary>
    /// <param name="program">The rule on its day.</param>
    /// <param name="truths">The truth of each of its leaves.</param>
    public RuleTrace(DatedProgram program, ImmutableArray<Truth> truths)
    {
        var tracer = new Tracer(truths);
        Trigger = tracer.Trace(program.Program.Trigger);
        Requirement = program.Program.Requirement is { } required ? tracer.Trace(required) : null;
        Reliefs = [.. program.Program.Reliefs.Select((relief, number) => Relieve(relief, program.InForce[number], tracer.Trace(relief.Condition)))];
    }

    /// <summary>What makes the rule speak, or not.</summary>
    public Trace Trigger { get; }

    /// <summary>What it requires, or null.</summary>
    public Trace? Requirement { get; }

    /// <summary>Its exceptions and the permissions that override it.</summary>
    public ImmutableArray<ReliefTrace> Reliefs { get; }

    /// <summary>
    /// The slots of the facts that an outcome hangs on, in the order the rule reads them: those of the trigger where the rule doesn't speak, else also
    /// of what keeps it or fails to; of an open rule all.
    /// </summary>
    /// <param name="outcome">The outcome.</param>
    public ImmutableArray<int> TurnedOn(RuleOutcome outcome)
    {
        ref var known = ref _turnedOn[(int)outcome];
        return known.IsDefault ? known = outcome switch
        {
            RuleOutcome.Indeterminate => Slots([.. Trigger.Leaves(), .. Requirement?.Leaves() ?? []]),
            RuleOutcome.NotApplicable => Slots(Trigger.Decisive()),
            RuleOutcome.Pass when Requirement is { Truth: Truth.True } kept => Slots([.. Trigger.Decisive(), .. kept.Decisive()]),
            RuleOutcome.Pass => Slots([.. Trigger.Decisive(), .. Decisive(relief => relief.Truth == Truth.True)]),
            _ => Slots([.. Trigger.Decisive(), .. Requirement?.Decisive() ?? [], .. Decisive(relief => relief.IsInForce)]),
        } : known;
    }

    /// <summary>The slots of the facts that an outcome is about: of a failed requirement those that fail it, and of everything else those that made the rule speak, or not.</summary>
    /// <param name="outcome">The outcome.</param>
    public ImmutableArray<int> About(RuleOutcome outcome)
    {
        ref var known = ref _about[(int)outcome];
        return known.IsDefault ? known = Slots((outcome == RuleOutcome.Fail && Requirement is not null ? Requirement : Trigger).Decisive()) : known;
    }

    private static ReliefTrace Relieve(Relief relief, bool inForce, Trace trace) => new(relief, inForce ? trace.Truth : Truth.False, inForce, trace);

    private IEnumerable<Trace> Decisive(Func<ReliefTrace, bool> counts) => Reliefs.Where(counts).SelectMany(relief => relief.Trace.Decisive());

    private static ImmutableArray<int> Slots(IEnumerable<Trace> leaves) => [.. leaves.Select(trace => ((Leaf)trace.Condition).Fact.Slot).Distinct()];
}
