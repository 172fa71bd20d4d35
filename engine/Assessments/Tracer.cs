using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>Builds the trace of a rule from the truths of its leaves, in the order in which the rule was compiled.</summary>
/// <param name="leaves">The truth of each leaf.</param>
internal sealed class Tracer(ImmutableArray<Truth> leaves)
{
    private int _next;

    public Trace Trace(Condition condition)
    {
        switch (condition)
        {
            case AllOf all:
                return Join(all, all.Parts, Truth.True);
            case AnyOf any:
                return Join(any, any.Parts, Truth.False);
            case Negation negation:
                var negated = Trace(negation.Part);
                return new(negation, Kleene.Not(negated.Truth), [negated]);
            case Defined defined:
                var body = Trace(defined.Body);
                return new(defined, body.Truth, [body]);
            default:
                return new(condition, leaves[_next++], []);
        }
    }

    // Of a conjunction the least truth and of a disjunction the greatest.
    private Trace Join(Condition condition, ImmutableArray<Condition> conditions, Truth start)
    {
        var parts = ImmutableArray.CreateBuilder<Trace>(conditions.Length);
        var truth = start;
        foreach (var part in conditions)
        {
            var trace = Trace(part);
            truth = start == Truth.True ? Kleene.And(truth, trace.Truth) : Kleene.Or(truth, trace.Truth);
            parts.Add(trace);
        }

        return new(condition, truth, parts.MoveToImmutable());
    }
}
