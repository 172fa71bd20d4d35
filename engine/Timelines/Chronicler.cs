using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Timelines;

/// <summary>
/// Follows deployments through time. What can change anything is known beforehand: every day on which something dated begins, ends or
/// is measured back to. On those days alone, and of the rule sets concerned alone, something is evaluated. Not to be shared between threads.
/// </summary>
public sealed class Chronicler
{
    private readonly Assessor _assessor;
    private readonly RuleLibrary _library;
    private readonly AssessmentOptions _options;
    private readonly WaiverRegister _register;
    private readonly Waiving _waiving;
    private readonly ImmutableArray<RuleSet> _considered;
    private readonly TurningDays _days;

    /// <summary>Prepares for the rules and waivers of a run.</summary>
    /// <param name="library">A library without errors.</param>
    /// <param name="assessor">What assesses with it.</param>
    /// <param name="register">The waivers; none when null.</param>
    /// <param name="options">What counts; the documented defaults when null.</param>
    /// <param name="engine">What evaluates the conditions of waivers; one of its own when null.</param>
    public Chronicler(RuleLibrary library, Assessor assessor, WaiverRegister? register = null, AssessmentOptions? options = null, RulesEngineEvaluator? engine = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(assessor);
        (_library, _assessor, _options, _register) = (library, assessor, options ?? AssessmentOptions.Default, register ?? WaiverRegister.Empty);
        _waiving = new(_register, library, _options, engine);
        _considered = assessor.Considered(_options);
        _days = new(library.Vocabulary, Preempting, Program);
    }

    /// <summary>Follows a deployment over some days.</summary>
    /// <param name="manifest">The deployment.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last, later than the first.</param>
    /// <param name="first">What was found on the first day before waivers, where that is known already.</param>
    public Timeline Over(Manifest manifest, DateOnly from, DateOnly until, Assessment? first = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, from);
        var facts = Facts(manifest);
        var waivers = WaiversOf(manifest);
        var sets = Reachable(facts);
        var agenda = Agenda(manifest, sets, facts, waivers, from.AddDays(1), until);
        var state = new DailyFindings(manifest, sets, _assessor, _options, _library.Vocabulary, from, first);
        var finder = new CauseFinder(_library.Vocabulary, Preempting, Program, waivers);
        var (stretches, changes) = (ImmutableArray.CreateBuilder<Stretch>(), ImmutableArray.CreateBuilder<TimelineChange>());
        var now = Stretch(state.Assessment(from), waivers, until);
        foreach (var (day, concerned) in agenda)
        {
            state.Turn(day, concerned);
            var next = Stretch(state.Assessment(day), waivers, until);
            var findings = Changed(now, next, facts, finder);
            if (findings.IsEmpty && next.IsRunning == now.IsRunning)
            {
                continue;
            }

            stretches.Add(now with { Until = day });
            changes.Add(new(day, stretches[^1], next, findings, [.. findings.SelectMany(finding => finding.Causes).Concat(OwnPeriod(manifest, now, next)).DistinctBy(cause => (cause.Kind, cause.Sentence))]));
            now = next;
        }

        stretches.Add(now);
        // What follows a change lasts until the next one, which wasn't known when it was made.
        return new(manifest, from, until, stretches.ToImmutable(), [.. changes.Select((change, index) => change with { After = stretches[index + 1] })]);
    }

    /// <summary>Follows a deployment from a day to the same day of the next year, both counted; null where the calendar ends before.</summary>
    /// <param name="manifest">The deployment.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="first">What was found on that day before waivers, where that is known already.</param>
    public Timeline? Coming(Manifest manifest, DateOnly asOf, Assessment? first = null) =>
        asOf.Year < DateOnly.MaxValue.Year ? Over(manifest, asOf, asOf.AddYears(1).AddDays(1), first) : null;

    /// <summary>The first day and the day after the last between which anything can change of a deployment; null where nothing ever does.</summary>
    /// <param name="manifest">The deployment.</param>
    public (DateOnly From, DateOnly Until)? Horizon(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var facts = Facts(manifest);
        var waivers = WaiversOf(manifest);
        var days = Reachable(facts).SelectMany(set => _days.Ends(set, facts))
            .Concat(waivers.SelectMany(entry => new[] { entry.Waiver.From, Next(entry.Waiver.To) }.Concat(entry.Waiver.Conditions is { } conditions ? _days.Ends(conditions, facts) : [])))
            .Concat(new[] { manifest.Period?.From, manifest.Period?.Until }.OfType<DateOnly>())
            .ToList();
        return days.Count == 0 ? null : (days.Min() is var least && least > DateOnly.MinValue ? least.AddDays(-1) : least, Next(days.Max()));
    }

    private SortedDictionary<DateOnly, HashSet<RuleSet>> Agenda(Manifest manifest, ImmutableArray<RuleSet> sets, ImmutableArray<UseFacts> facts, ImmutableArray<WaiverEntry> waivers, DateOnly from, DateOnly until)
    {
        var agenda = new SortedDictionary<DateOnly, HashSet<RuleSet>>();
        foreach (var set in sets)
        {
            Add(_days.Of(set, facts, from, until), set);
        }

        foreach (var entry in waivers)
        {
            Add(new[] { entry.Waiver.From, Next(entry.Waiver.To) }.Where(day => day >= from && day < until).Concat(entry.Waiver.Conditions is { } conditions ? _days.Of(conditions, facts, from, until) : []), null);
        }

        Add(new[] { manifest.Period?.From, manifest.Period?.Until }.OfType<DateOnly>().Where(day => day >= from && day < until), null);
        return agenda;

        // What only waivers or the deployment's own period turn needs no rule to be evaluated again.
        void Add(IEnumerable<DateOnly> days, RuleSet? set)
        {
            foreach (var day in days)
            {
                if (!agenda.TryGetValue(day, out var concerned))
                {
                    agenda[day] = concerned = new(ReferenceEqualityComparer.Instance);
                }

                if (set is not null)
                {
                    concerned.Add(set);
                }
            }
        }
    }

    private ImmutableArray<UseFacts> Facts(Manifest manifest) => [.. manifest.Uses.Select(use => UseFacts.Of(manifest, use, _library.Vocabulary, _options.MinBasis))];

    private ImmutableArray<RuleSet> Reachable(ImmutableArray<UseFacts> facts)
    {
        var everHere = facts.Select(use => _assessor.Applicability.EverHere(use.Known)).ToList();
        return [.. _considered.Where(set => everHere.Exists(here => here(set)))];
    }

    private ImmutableArray<WaiverEntry> WaiversOf(Manifest manifest) => [.. _register.Entries.Where(entry => entry.Voids.IsEmpty && entry.Waiver.Deployment == manifest.Id && entry.Waiver.Digest == manifest.Digest)];

    private Stretch Stretch(Assessment found, ImmutableArray<WaiverEntry> waivers, DateOnly until)
    {
        var assessment = waivers.IsEmpty ? found : _waiving.Apply([found]).Assessments[0];
        return new(assessment.AsOf, until, assessment.Uses, assessment.Verdict, found.Manifest.Period?.Contains(found.AsOf) ?? true);
    }

    private static ImmutableArray<FindingChange> Changed(Stretch before, Stretch after, ImmutableArray<UseFacts> facts, CauseFinder finder) =>
    [
        .. before.Uses.Zip(after.Uses, facts).SelectMany(uses => uses.First.Findings.Zip(uses.Second.Findings)
            .Where(pair => !ReferenceEquals(pair.First, pair.Second) && !FindingState.IsSame(pair.First, pair.Second))
            .Select(pair => new FindingChange(uses.Second.Use, pair.First, pair.Second, finder.Of(pair.First, pair.Second, uses.Second.Use.Id, uses.Third, after.From)))),
    ];

    private static IEnumerable<Cause> OwnPeriod(Manifest manifest, Stretch before, Stretch after) => before.IsRunning == after.IsRunning
        ? []
        : [new(after.IsRunning ? CauseKind.DeploymentBegins : CauseKind.DeploymentEnds, after.IsRunning ? "the deployment begins" : $"the deployment ended on {IsoDate.Format(after.From.AddDays(-1))}") { Location = manifest.Location }];

    private IEnumerable<RuleSet> Preempting(RuleSet set) => _assessor.Applicability.Preempting(set).Select(one => one.By).Where(by => _options.IncludeProposals || by.Standing != Standing.Proposal).Distinct();

    private RuleProgram Program(Rule rule) => _assessor.Program(rule, _options);

    private static DateOnly Next(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);
}
