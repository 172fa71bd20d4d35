using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cures;

/// <summary>
/// Searches for the smallest sets of changes that make a deployment compliant. It begins with the rules that are broken or open,
/// and takes in every rule that a change would break; what it finds is assessed in full before it is said.
/// </summary>
/// <param name="library">The library.</param>
/// <param name="assessor">What assesses deployments by it.</param>
/// <param name="options">What counts.</param>
public sealed class Curing(RuleLibrary library, Assessor assessor, AssessmentOptions options)
{
    private const int MostCures = 6;
    private const int MostChanges = 6;
    private const int MostWays = 60;
    private const int FewWays = 4;
    private const int MostTried = 20;
    private const int MostRounds = 40;

    private readonly RuleLibrary _library = library ?? throw new ArgumentNullException(nameof(library));
    private readonly Assessor _assessor = assessor ?? throw new ArgumentNullException(nameof(assessor));
    private readonly AssessmentOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>What an assessment goes through before its verdict counts, such as waivers; nothing unless set.</summary>
    public Func<Assessment, Assessment> Finish { get; init; } = assessment => assessment;

    /// <summary>Searches for cures.</summary>
    /// <param name="assessment">The assessment of the deployment as it is.</param>
    public CureSearch Find(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var found = new CureSearch(assessment, [], [], IsCapped: false, IsTooLarge: false);
        if (!found.WasNeeded)
        {
            return found;
        }

        try
        {
            var whole = new Search(this, assessment, []).Run();

            // Where only answers or results are wanting, it is still worth saying what must change besides.
            return whole.Obstacles.IsEmpty || whole.Obstacles.Any(obstacle => obstacle.Kind is not (ObstacleKind.Unknown or ObstacleKind.UnsetParameter or ObstacleKind.NotComputable))
                ? whole
                : whole with { Partial = new Search(this, assessment, whole.Obstacles).Run().Cures };
        }
        catch (DiagramTooLargeException)
        {
            return found with { IsTooLarge = true };
        }
    }

    private Assessment Assess(Cure cure, Assessment before) => Finish(_assessor.Assess(cure.Apply(before.Manifest, before.AsOf), before.AsOf, _options));

    private bool IsBad(Finding finding) => Verdicts.Of(finding, _options) > Verdict.Compliant;

    private bool Counts(Finding finding) => finding.Reason == FindingReason.Evaluated && (!finding.IsAdvisory || _options.AdvisoryCounts);

    private sealed class Search
    {
        private readonly Curing _curing;
        private readonly Assessment _before;
        private readonly ImmutableArray<UseFacts> _uses;
        private readonly ImmutableArray<Lever> _levers;
        private readonly LeafEvaluator _evaluator;
        private readonly Dictionary<(int Use, string Rule), Speaking> _rules = [];
        private readonly HashSet<(string Use, string Rule)> _left;
        private readonly HashSet<(string Use, string Rule)> _results;
        private readonly List<ImmutableArray<(Lever Lever, Values.Value? Value)>> _blocked = [];
        private bool _someRuleSpeaks;
        private bool _isCapped;

        public Search(Curing curing, Assessment before, ImmutableArray<Obstacle> left)
        {
            (_curing, _before) = (curing, before);
            var vocabulary = curing._library.Vocabulary;
            _evaluator = new(vocabulary, before.AsOf);
            _uses = [.. before.Manifest.Uses.Select(use => UseFacts.Of(before.Manifest, use, vocabulary, curing._options.MinBasis))];
            _levers = Lever.Of(before.Manifest, _uses, vocabulary);
            _left = [.. left.IsEmpty ? [] : left.Select(obstacle => (obstacle.Use.Id, obstacle.Finding.Rule.QualifiedId)).Concat(ToAsk())];
            _results = [.. left.Where(obstacle => obstacle.Kind == ObstacleKind.NotComputable).Select(obstacle => (obstacle.Use.Id, obstacle.Finding.Rule.QualifiedId))];
            Add(before, IsBad);
        }

        public CureSearch Run()
        {
            if (_rules.Count == 0)
            {
                return new(_before, [], [], IsCapped: false, IsTooLarge: false);
            }

            for (var round = 0; round < MostRounds; round++)
            {
                var space = new CureSpace([.. _rules.Values], _levers, _uses, _evaluator, _before.AsOf);
                var compliant = space.Compliant(_someRuleSpeaks, Blocked(space));
                if (CureSpace.IsNever(compliant))
                {
                    return new(_before, [], new ObstacleFinder(_before, space, [.. _rules.Values]).Find(), _isCapped, IsTooLarge: false);
                }

                // To give up uses can take fewer changes than to mend them, and hides then what would mend all.
                var candidates = Ways(compliant, space);
                candidates = [.. candidates.Take(MostTried), .. candidates.Any(steps => steps.Any(step => space.Dials[step.Dial].Lever.Kind == ChangeKind.DroppedUse)) ? Ways(space.WithEveryUse(compliant), space).Take(FewWays) : []];
                if (Tried(candidates, space) is { } cures)
                {
                    return new(_before, Chosen(cures), [], _isCapped || cures.Count > MostCures || candidates.Length > MostTried, IsTooLarge: false);
                }
            }

            return new(_before, [], [], IsCapped: true, IsTooLarge: true);
        }

        private bool IsCured(Assessment after) => _left.Count == 0
            ? after.Verdict == Verdict.Compliant
            : after.Uses.All(use => !use.Findings.Any(finding => IsBad(use.Use, finding)));

        private bool IsBad(Use use, Finding finding) => _curing.IsBad(finding) && !IsLeft(use, finding);

        private bool IsWeighed(Use use, Finding finding) => _curing.Counts(finding) && !IsLeft(use, finding);

        // What is left open may stay so, and mustn't be broken.
        private bool IsLeft(Use use, Finding finding) => (finding.Outcome != RuleOutcome.Fail && _left.Contains((use.Id, finding.Rule.QualifiedId))) || _results.Contains((use.Id, finding.Rule.QualifiedId));

        // The open rules that hang on what no change makes known: whether they speak at all is to be asked before anything is changed for them.
        private IEnumerable<(string Use, string Rule)> ToAsk()
        {
            var changeable = _levers.Select(lever => lever.Fact?.Path).ToHashSet(StringComparer.Ordinal);
            return _before.Uses.SelectMany(use => use.Findings.Where(finding => finding.Missing.Any(fact => !changeable.Contains(fact.Path))).Select(finding => (use.Use.Id, finding.Rule.QualifiedId)));
        }

        // Where so many changes don't do, any number of them is taken, and fewer ways are kept.
        private ImmutableArray<ImmutableArray<Step>> Ways(int compliant, CureSpace space)
        {
            var ways = new SmallestWays(space.Diagram, space.Dials, MostChanges, MostWays);
            var smallest = ways.To(compliant);
            _isCapped |= ways.IsCapped;
            return smallest.IsEmpty ? new SmallestWays(space.Diagram, space.Dials, space.Dials.Length, FewWays).To(compliant) : smallest;
        }

        // Of too many one at least that keeps every use.
        private static ImmutableArray<Cure> Chosen(List<Cure> cures)
        {
            List<Cure> ordered = [.. cures.OrderBy(cure => cure.Changes.Length).ThenBy(cure => Count(cure, ChangeKind.DroppedUse)).ThenBy(cure => Count(cure, ChangeKind.Document))];
            return ordered.Count > MostCures && ordered[..MostCures].TrueForAll(cure => Count(cure, ChangeKind.DroppedUse) > 0) && ordered.Find(cure => Count(cure, ChangeKind.DroppedUse) == 0) is { } mending
                ? [.. ordered[..(MostCures - 1)], mending]
                : [.. ordered.Take(MostCures)];

            static int Count(Cure cure, ChangeKind kind) => cure.Changes.Count(change => change.Kind == kind);
        }

        // All that hold, or null where the assessment of one showed that there is more to weigh.
        private List<Cure>? Tried(ImmutableArray<ImmutableArray<Step>> candidates, CureSpace space)
        {
            var cures = new List<Cure>();
            var isNews = false;
            foreach (var steps in candidates)
            {
                var cure = Cure(steps, space);
                var after = _curing.Assess(cure, _before);
                if (IsCured(after))
                {
                    cures.Add(cure);
                }
                else
                {
                    isNews = true;
                    Learn(after, steps, space);
                }
            }

            return isNews ? null : [.. cures.Select(Smallest).DistinctBy(cure => string.Join('\n', cure.Changes.Select(change => $"{change.Use?.Id} {change.Fact?.Path}")), StringComparer.Ordinal)];
        }

        private void Learn(Assessment after, ImmutableArray<Step> steps, CureSpace space)
        {
            var known = _rules.Count;
            Add(after, IsBad);
            if (after.Verdict == Verdict.NotApplicable && !_someRuleSpeaks)
            {
                _someRuleSpeaks = true;
                Add(_before, IsWeighed);
                Add(after, IsWeighed);
            }
            else if (_rules.Count == known)
            {
                _blocked.Add([.. steps.Select(step => (space.Dials[step.Dial].Lever, space.Dials[step.Dial].Values[step.Position - 1]))]);
                _isCapped = true;
            }
        }

        private void Add(Assessment assessment, Func<Use, Finding, bool> isMeant)
        {
            foreach (var (use, finding) in assessment.Uses.SelectMany(use => use.Findings.Where(finding => isMeant(use.Use, finding)).Select(finding => (use.Use.Id, finding))))
            {
                var number = Enumerable.Range(0, _uses.Length).First(i => _before.Manifest.Uses[i].Id == use);
                _rules.TryAdd((number, finding.Rule.QualifiedId), new(number, _curing._assessor.Program(finding.Rule, _curing._options)));
            }
        }

        private IEnumerable<ImmutableArray<Step>> Blocked(CureSpace space)
        {
            foreach (var blocked in _blocked)
            {
                var steps = blocked.Select(change => (Dial: space.Dials.ToList().FindIndex(dial => dial.Lever == change.Lever), change.Value)).ToList();
                if (steps.TrueForAll(step => step.Dial >= 0 && space.Dials[step.Dial].Values.Contains(step.Value)))
                {
                    yield return [.. steps.Select(step => new Step(step.Dial, space.Dials[step.Dial].Values.IndexOf(step.Value) + 1))];
                }
            }
        }

        private Cure Cure(ImmutableArray<Step> steps, CureSpace space) => new([.. steps
            .Select(step => (space.Dials[step.Dial].Lever, Value: space.Dials[step.Dial].Values[step.Position - 1]))
            .Select(step => new Change(step.Lever.Kind, step.Lever.Use is { } use ? _before.Manifest.Uses[use] : null, step.Lever.Fact, step.Lever.Stated, step.Value))
            .Select(change => change.IsEvidence ? change with { Kind = ChangeKind.Document } : change)
            .OrderBy(change => change.Kind)
            .ThenBy(change => change.Fact?.Path, StringComparer.Ordinal)]);

        // Every change with the findings that call for it; what nothing calls for is left out.
        private Cure Smallest(Cure cure)
        {
            var changes = ImmutableArray.CreateBuilder<Change>();
            foreach (var change in cure.Changes)
            {
                var without = new Cure(cure.Changes.Remove(change));
                var after = _curing.Assess(without, _before);
                if (IsCured(after))
                {
                    return Smallest(without);
                }

                changes.Add(change with { For = [.. after.Uses.SelectMany(use => use.Findings.Where(finding => IsBad(use.Use, finding))).DistinctBy(finding => finding.Rule.QualifiedId)] });
            }

            return new(changes.ToImmutable());
        }
    }
}
