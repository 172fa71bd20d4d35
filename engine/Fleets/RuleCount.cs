using PolicyCheck.RuleSets;

namespace PolicyCheck.Fleets;

/// <summary>In how many manifests a rule stands how: in each by the worst of its uses, and so once.</summary>
internal sealed class RuleCount(Severity severity, bool isAdvisory)
{
    private readonly long[] _manifests = new long[Enum.GetValues<RuleState>().Length];
    private long _last;
    private RuleState _state;

    public Severity Severity => severity;

    public bool IsAdvisory => isAdvisory;

    public void Count(long manifest, RuleState state)
    {
        if (_last == manifest)
        {
            if (state <= _state)
            {
                return;
            }

            _manifests[(int)_state]--;
        }

        (_last, _state) = (manifest, state);
        _manifests[(int)state]++;
    }

    public void Add(RuleCount other)
    {
        for (var i = 0; i < _manifests.Length; i++)
        {
            _manifests[i] += other._manifests[i];
        }
    }

    public FleetRule Summarise(string rule) => new(
        rule, severity, isAdvisory, _manifests[(int)RuleState.Failing], _manifests[(int)RuleState.Open], _manifests[(int)RuleState.Waived], _manifests[(int)RuleState.Error]);
}

/// <summary>How a rule stands in a manifest, the worst last.</summary>
internal enum RuleState
{
    Waived,
    Open,
    Error,
    Failing,
}
