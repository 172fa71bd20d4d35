using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Timelines;

/// <summary>
/// All that an assessment takes from the day: what is in force and unsettled, what parameters and groups are, which tests of days hold, and
/// which answers an unknown day could have. Computed anew for every day, so that days which share it need one evaluation.
/// </summary>
internal sealed class DaySignature(RuleLibrary library, Manifest manifest, Assessor assessor, WaiverRegister register, AssessmentOptions options)
{
    private readonly ImmutableArray<UseFacts> _uses = [.. manifest.Uses.Select(use => UseFacts.Of(manifest, use, library.Vocabulary, options.MinBasis))];
    private readonly ImmutableArray<(RuleProgram Program, ImmutableArray<Leaf> Nested, ImmutableArray<Leaf> Measured, ImmutableArray<ImmutableArray<Leaf>> Dates)> _rules =
    [
        .. assessor.Considered(options).SelectMany(set => set.Rules).Select(rule => assessor.Program(rule, options)).Select(program => (
            program,
            program.Leaves.SelectMany(Nested).ToImmutableArray(),
            program.Leaves.Where(leaf => Nested(leaf).Any(test => test is AgeTest || test.Fact.Type == FactType.Date)).ToImmutableArray(),
            program.Leaves.Where(leaf => leaf is AgeTest or Test { Fact.Type: FactType.Date, Operator: not TestOperator.Known }).GroupBy(leaf => (leaf.Fact.Path, leaf is AgeTest)).Where(leaves => leaves.Any(leaf => leaf is AgeTest or Test { Operator: TestOperator.WithinSpan })).Select(leaves => leaves.ToImmutableArray()).ToImmutableArray())),
    ];

    public string On(DateOnly day)
    {
        var text = new StringBuilder();
        var evaluator = new LeafEvaluator(library.Vocabulary, day);
        foreach (var (program, nested, measured, dates) in _rules)
        {
            var inForce = program.RuleSet.IsInForce(day) && program.Rule.IsInForce(day);
            text.Append(inForce ? '+' : '-');
            if (!inForce)
            {
                continue;
            }

            Mark(program.RuleSet.Unresolved.Concat(program.Rule.Unresolved), day, text);
            foreach (var relief in program.Reliefs)
            {
                text.Append(relief.IsInForce(day) ? 'r' : '.');
                Mark(relief.Unresolved, day, text);
            }

            foreach (var leaf in nested)
            {
                Operand(leaf, day, text);
            }

            foreach (var use in _uses)
            {
                foreach (var leaf in measured)
                {
                    text.Append((char)('0' + (int)evaluator.Evaluate(leaf, use.Known[leaf.Fact.Slot], LeafEvaluator.OperandOf(leaf) is { } operand ? evaluator.Resolve(operand) : null)));
                }
            }

            foreach (var leaves in dates)
            {
                Answers(leaves, evaluator, day, text);
            }
        }

        foreach (var waiver in register.Entries.Select(entry => entry.Waiver))
        {
            text.Append(waiver.IsRunning(day) ? 'w' : '.');
            foreach (var leaf in waiver.Conditions?.Leaves() ?? [])
            {
                _uses.ToList().ForEach(use => text.Append((char)('0' + (int)evaluator.Evaluate(leaf, use.Known[leaf.Fact.Slot], LeafEvaluator.OperandOf(leaf) is { } operand ? evaluator.Resolve(operand) : null))));
            }
        }

        return text.ToString();
    }

    // Which value a parameter has, and who is in the groups; constants are the same on every day.
    private void Operand(Leaf leaf, DateOnly day, StringBuilder text)
    {
        foreach (var (period, values) in LeafEvaluator.OperandOf(leaf)?.Alternatives ?? [])
        {
            if (period != Period.Always)
            {
                text.Append(period.Contains(day) ? '1' : '0');
            }

            foreach (var value in values)
            {
                if (value is PlaceValue { Place: var place } && library.Vocabulary.FindGroup(place.Code) is { } found)
                {
                    text.AppendJoin("", found.Members.Select(member => member.Period.Contains(day) ? 'm' : '.'));
                }
            }
        }
    }

    // The combinations of truths that the tests of a day can take; a test without a value in force stands by itself.
    private static void Answers(ImmutableArray<Leaf> leaves, LeafEvaluator evaluator, DateOnly day, StringBuilder text)
    {
        var known = leaves.Where(leaf => LeafEvaluator.OperandOf(leaf) is not { } operand || evaluator.Resolve(operand) is not null).ToImmutableArray();
        text.Append('[').AppendJoin(' ', known.IsEmpty ? [] : new Completions(evaluator, day).Of(known[0].Fact, null, known)?.Select(one => string.Concat(one.Truths.Select(truth => truth ? '1' : '0'))) ?? []).Append(']');
    }

    private static void Mark(IEnumerable<UnresolvedPeriod> periods, DateOnly day, StringBuilder text)
    {
        foreach (var period in periods)
        {
            text.Append(period.Period.Contains(day) ? 'u' : '.');
        }
    }

    private static IEnumerable<Leaf> Nested(Leaf leaf) => leaf switch
    {
        RowTest rows => new[] { rows.Where, rows.Row }.OfType<Condition>().SelectMany(part => part.Leaves()).SelectMany(Nested).Prepend(leaf),
        MeasureTest { Where: { } where } => where.Leaves().SelectMany(Nested).Prepend(leaf),
        _ => [leaf],
    };
}
