using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Coverage;

/// <summary>The outcomes that rules can have at all.</summary>
internal sealed class PossibleOutcomes(RuleLibrary library)
{
    private readonly FrozenDictionary<string, Lazy<RuleProgram>> _programs = RulePrograms.Of(library);

    /// <summary>The outcomes of one rule on any day, in their order; a rule too large to examine is taken to have all.</summary>
    public ImmutableArray<RuleOutcome> Of(Rule rule)
    {
        var program = _programs[rule.QualifiedId].Value;
        try
        {
            var byDay = Turns.Of(program, library.Vocabulary).Select(day => new FactSpace(library.Vocabulary, day, program)).Select(space => (Outcomes: space.Outcomes(program), CanBeOpen: space.CanBeOpen(program))).ToList();
            var completed = byDay.SelectMany(on => on.Outcomes).ToHashSet();
            var open = byDay.Exists(on => on.CanBeOpen);
            return
            [
                .. completed.Contains(Completed.Pass) ? [RuleOutcome.Pass] : Array.Empty<RuleOutcome>(),
                .. completed.Contains(Completed.Fail) ? [RuleOutcome.Fail] : Array.Empty<RuleOutcome>(),
                .. completed.Contains(Completed.NotApplicable) ? [RuleOutcome.NotApplicable] : Array.Empty<RuleOutcome>(),
                .. open ? [RuleOutcome.Indeterminate] : Array.Empty<RuleOutcome>(),
            ];
        }
        catch (DiagramTooLargeException)
        {
            return [RuleOutcome.Pass, RuleOutcome.Fail, RuleOutcome.NotApplicable, RuleOutcome.Indeterminate];
        }
    }
}
