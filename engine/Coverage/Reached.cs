using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Testing;
using PolicyCheck.Values;

namespace PolicyCheck.Coverage;

/// <summary>What the cases of a run reached; only what a passing case expects of a rule counts.</summary>
internal sealed class Reached
{
    private readonly HashSet<(string Rule, RuleOutcome Outcome)> _outcomes = [];
    private readonly HashSet<(string Rule, string Exception)> _exceptions = [];
    private readonly HashSet<(string Rule, DateOnly Day)> _days = [];
    private readonly Dictionary<Condition, HashSet<Truth>> _truths = new(ReferenceEqualityComparer.Instance);

    public Reached(TestRun run)
    {
        foreach (var result in run.Results.Where(result => result.Passes))
        {
            var expected = result.Case.Expectations.Select(expectation => expectation.Rule.QualifiedId).ToHashSet(StringComparer.Ordinal);
            foreach (var finding in result.Findings.Where(finding => expected.Contains(finding.Rule.QualifiedId)))
            {
                Add(finding, result.Case.AsOf);
            }
        }
    }

    public bool Has(string rule, RuleOutcome outcome) => _outcomes.Contains((rule, outcome));

    public bool HasAny(string rule) => _outcomes.Any(reached => reached.Rule == rule);

    public bool Has(string rule, string exception) => _exceptions.Contains((rule, exception));

    public bool Has(string rule, DateOnly day) => _days.Contains((rule, day));

    public bool Has(Condition condition, Truth truth) => _truths.TryGetValue(condition, out var truths) && truths.Contains(truth);

    private void Add(Finding finding, DateOnly day)
    {
        var rule = finding.Rule.QualifiedId;
        _outcomes.Add((rule, finding.Outcome));
        _days.Add((rule, day));
        foreach (var exception in finding.Exceptions)
        {
            if (exception.Truth == Truth.True)
            {
                _exceptions.Add((rule, exception.Relief.Name));
            }

            Add(exception.Trace);
        }

        Add(finding.Trigger);
        Add(finding.Requirement);
    }

    private void Add(Trace? trace)
    {
        if (trace is null)
        {
            return;
        }

        // A definition is told by its body, which is the same wherever its name is used.
        var condition = trace.Condition is Defined defined ? defined.Body : trace.Condition;
        if (!_truths.TryGetValue(condition, out var truths))
        {
            _truths.Add(condition, truths = []);
        }

        truths.Add(trace.Truth);
        foreach (var part in trace.Parts)
        {
            Add(part);
        }
    }
}
