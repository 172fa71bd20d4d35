using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Timelines;

/// <summary>What is found of a deployment from day to day, before waivers: of each rule set what came of it when it was last evaluated.</summary>
internal sealed class DailyFindings
{
    private readonly Manifest _manifest;
    private readonly ImmutableArray<RuleSet> _sets;
    private readonly Assessor _assessor;
    private readonly AssessmentOptions _options;
    private readonly Vocabulary _vocabulary;
    private readonly List<Dictionary<string, ImmutableArray<Finding>>> _uses;

    public DailyFindings(Manifest manifest, ImmutableArray<RuleSet> sets, Assessor assessor, AssessmentOptions options, Vocabulary vocabulary, DateOnly from, Assessment? first)
    {
        (_manifest, _sets, _assessor, _options, _vocabulary) = (manifest, sets, assessor, options, vocabulary);
        _uses = [.. manifest.Uses.Select(_ => new Dictionary<string, ImmutableArray<Finding>>(StringComparer.Ordinal))];
        var known = sets.Select(set => set.Id).ToHashSet(StringComparer.Ordinal);
        if (first is null)
        {
            Turn(from, sets);
        }
        else
        {
            for (var use = 0; use < _uses.Count; use++)
            {
                Keep(use, first.Uses[use].Findings.Where(finding => known.Contains(finding.RuleSet.Id)));
            }
        }
    }

    /// <summary>Evaluates some rule sets anew.</summary>
    public void Turn(DateOnly day, IReadOnlyCollection<RuleSet> concerned)
    {
        if (concerned.Count == 0)
        {
            return;
        }

        for (var use = 0; use < _uses.Count; use++)
        {
            Keep(use, _assessor.Find(_manifest, _manifest.Uses[use], _sets.Where(concerned.Contains), day, _options));
        }
    }

    /// <summary>All findings, as if they had been made on a day.</summary>
    public Assessment Assessment(DateOnly day)
    {
        ImmutableArray<UseAssessment> uses = [.. _manifest.Uses.Select((use, index) =>
        {
            ImmutableArray<Finding> findings = [.. _sets.SelectMany(set => _uses[index].GetValueOrDefault(set.Id, []))];
            return new UseAssessment(use, findings, Verdicts.Of(findings, _options));
        })];
        return new(_manifest, day, uses, Verdicts.Worst(uses.Select(use => use.Verdict)));
    }

    private void Keep(int use, IEnumerable<Finding> findings)
    {
        foreach (var set in findings.GroupBy(finding => finding.RuleSet.Id, StringComparer.Ordinal))
        {
            _uses[use][set.Key] = [.. set];
        }
    }
}
