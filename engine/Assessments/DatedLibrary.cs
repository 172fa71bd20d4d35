using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>What a library says on one day, each part made when first needed; safe to share between threads.</summary>
internal sealed class DatedLibrary
{
    private readonly Dictionary<string, DatedRuleSet> _sets;

    public DatedLibrary(ImmutableArray<RuleSet> considered, Vocabulary vocabulary, Applicability applicability, FrozenDictionary<string, Lazy<RuleProgram>> programs, DateOnly asOf, bool includesProposals)
    {
        var evaluator = new LeafEvaluator(vocabulary, asOf);
        (AsOf, Decisions) = (asOf, new(evaluator));
        Sets = [.. considered.Select(set => new DatedRuleSet(
            set,
            evaluator,
            rule => programs[rule.QualifiedId],
            [.. set.Jurisdictions.SelectMany(scope => vocabulary.PlacesOf(scope, asOf))],
            applicability.SetAside(set, AsOf, includesProposals),
            applicability.MaySetAside(set, AsOf, includesProposals)))];
        Vicinity = new(Sets, vocabulary, evaluator);
        _sets = Sets.ToDictionary(set => set.RuleSet.Id, StringComparer.Ordinal);
    }

    public DateOnly AsOf { get; }

    /// <summary>The rule sets that are considered, in ordinal order.</summary>
    public ImmutableArray<DatedRuleSet> Sets { get; }

    /// <summary>Which of them speak where a use is.</summary>
    public Vicinity Vicinity { get; }

    /// <summary>What open rules hang on.</summary>
    public KeptDecisions Decisions { get; }

    /// <summary>A rule set on the day.</summary>
    /// <param name="set">One of those that are considered.</param>
    public DatedRuleSet Of(RuleSet set) => _sets[set.Id];
}
