using System.Runtime.InteropServices;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Fleets;

/// <summary>Counts what came of the documents of a fleet, in any order; for one thread at a time.</summary>
public sealed class FleetTally
{
    private readonly Dictionary<string, RuleCount> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long[]> _places = new(StringComparer.Ordinal);
    private readonly long[] _verdicts = new long[Enum.GetValues<Verdict>().Length];
    private readonly HashSet<int> _exitCodes = [];
    private long _refused;
    private long _manifest;

    /// <summary>Counts a deployment that was judged.</summary>
    internal void Add(Assessment assessment, FleetSettings settings)
    {
        Begin(assessment.Verdict, FleetLine.PlacesOf(assessment.Manifest), settings.ExitCode(assessment));
        foreach (var finding in settings.Detail == FleetDetail.Off ? [] : assessment.Uses.SelectMany(use => use.Speaking))
        {
            if (Of(finding.Outcome, finding.Doubt is not null && FleetLine.IsDoubtful(finding, settings.Options)) is { } state)
            {
                Count(finding.Rule.QualifiedId, finding.Rule.Severity, finding.IsAdvisory, state);
            }
        }
    }

    /// <summary>Counts a line of results that was written before.</summary>
    /// <param name="record">The line, read back.</param>
    public void Add(FleetRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Verdict is not { } verdict)
        {
            Refuse(record.ExitCode);
            return;
        }

        Begin(verdict, record.Places, record.ExitCode);
        foreach (var finding in record.Findings)
        {
            if (Of(finding.Outcome, finding.IsDoubtful) is { } state)
            {
                Count(finding.Rule, finding.Severity, finding.IsAdvisory, state);
            }
        }
    }

    /// <summary>Counts a document that was refused.</summary>
    /// <param name="exitCode">Its exit code.</param>
    public void Refuse(int exitCode)
    {
        _refused++;
        _exitCodes.Add(exitCode);
    }

    /// <summary>Counts what another has counted.</summary>
    /// <param name="other">The other.</param>
    public void Add(FleetTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (rule, counted) in other._rules)
        {
            Entry(rule, counted.Severity, counted.IsAdvisory).Add(counted);
        }

        foreach (var (place, counted) in other._places)
        {
            Sum(Verdicts(place), counted);
        }

        Sum(_verdicts, other._verdicts);
        _refused += other._refused;
        _exitCodes.UnionWith(other._exitCodes);
    }

    /// <summary>What was counted.</summary>
    public FleetSummary Summarise() => new(
        [.. _verdicts],
        _refused,
        [.. _rules.Select(pair => pair.Value.Summarise(pair.Key)).OrderByDescending(rule => rule.Failing).ThenByDescending(rule => rule.Open).ThenByDescending(rule => rule.Waived).ThenBy(rule => rule.Rule, StringComparer.Ordinal)],
        [.. _places.Select(pair => new FleetPlace(pair.Key, [.. pair.Value])).OrderByDescending(place => place.Of(Verdict.NonCompliant)).ThenByDescending(place => place.Of(Verdict.Indeterminate)).ThenBy(place => place.Place, StringComparer.Ordinal)],
        [.. _exitCodes.Order()]);

    private static RuleState? Of(RuleOutcome outcome, bool isDoubtful) => outcome switch
    {
        _ when isDoubtful => RuleState.Open,
        RuleOutcome.Fail => RuleState.Failing,
        RuleOutcome.Indeterminate => RuleState.Open,
        RuleOutcome.Error => RuleState.Error,
        RuleOutcome.Waived => RuleState.Waived,
        _ => null,
    };

    private static void Sum(long[] into, long[] counted)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += counted[i];
        }
    }

    private void Begin(Verdict verdict, IEnumerable<string> places, int exitCode)
    {
        _manifest++;
        _verdicts[(int)verdict]++;
        _exitCodes.Add(exitCode);
        foreach (var place in places.DefaultIfEmpty(""))
        {
            Verdicts(place)[(int)verdict]++;
        }
    }

    private void Count(string rule, Severity severity, bool isAdvisory, RuleState state) => Entry(rule, severity, isAdvisory).Count(_manifest, state);

    private RuleCount Entry(string rule, Severity severity, bool isAdvisory)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_rules, rule, out _);
        return entry ??= new(severity, isAdvisory);
    }

    private long[] Verdicts(string place)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, place, out _);
        return entry ??= new long[_verdicts.Length];
    }
}
