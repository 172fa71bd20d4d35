using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>What rules say of the example manifests; worked out once for each state of the rules.</summary>
internal sealed class Outcomes(Lazy<Task<RulesEngineEvaluator>> prepared, DateOnly today)
{
    private readonly Dictionary<(string Set, DateOnly Day), ImmutableArray<Assessment>> _assessments = [];
    private readonly Dictionary<string, Assessor> _assessors = new(StringComparer.Ordinal);
    private Analysis? _analysis;

    /// <summary>
    /// The example that tells most of a rule: of all uses of all manifests one of which the rule speaks, with the most stated facts
    /// that its outcome turns on, then with the fewest missing, then the first. Null where there is no example or the rule is broken.
    /// </summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="rule">The rule.</param>
    public Example? Nearest(Analysis analysis, Rule rule)
    {
        if (_analysis != analysis)
        {
            _analysis = analysis;
            _assessments.Clear();
            _assessors.Clear();
        }

        if (analysis.Sound?.Find(rule.RuleSetId) is not { } set || set.Rules.FirstOrDefault(known => known.Id == rule.Id) is not { } sound)
        {
            return null;
        }

        var day = Day(set, sound);
        return Assess(analysis, analysis.Sound, set, day)
            .SelectMany(assessment => assessment.Uses.Select(use => (assessment.Manifest, Use: use)))
            .SelectMany(pair => pair.Use.Findings.Where(finding => finding.Rule.QualifiedId == rule.QualifiedId).Select(finding => new Example(pair.Manifest, pair.Use.Use, finding, day)))
            .OrderBy(example => example.Finding.Outcome == RuleOutcome.NotApplicable)
            .ThenByDescending(example => example.Finding.Facts.Length)
            .ThenBy(example => example.Finding.Missing.Length)
            .FirstOrDefault();
    }

    // Today, or where the rule isn't in force today the last day on which it was, else the first on which it will be.
    private DateOnly Day(RuleSet set, Rule rule)
    {
        if (set.IsInForce(today) && rule.IsInForce(today))
        {
            return today;
        }

        var periods = set.InForce.Concat(rule.InForce).Select(period => period.Period).ToList();
        var days = periods.SelectMany(period => new[] { period.From, period.Until?.AddDays(-1) }).OfType<DateOnly>().Where(day => set.IsInForce(day) && rule.IsInForce(day)).Order().ToList();
        return days.LastOrDefault(day => day < today, days.FirstOrDefault(today));
    }

    private ImmutableArray<Assessment> Assess(Analysis analysis, RuleLibrary library, RuleSet set, DateOnly day)
    {
        if (_assessments.TryGetValue((set.Id, day), out var known))
        {
            return known;
        }

        if (!_assessors.TryGetValue(set.Id, out var assessor))
        {
            assessor = new(TestLibrary.Around(library, [set]), prepared.Value.GetAwaiter().GetResult());
            _assessors.Add(set.Id, assessor);
        }

        return _assessments[(set.Id, day)] = [.. analysis.Manifests.Select(manifest => assessor.Assess(manifest, day, new(IncludeProposals: true)))];
    }
}

/// <summary>What a rule says of one use of an example.</summary>
/// <param name="Manifest">The example.</param>
/// <param name="Use">The use.</param>
/// <param name="Finding">What the rule says.</param>
/// <param name="Day">On which day.</param>
internal sealed record Example(Manifest Manifest, Use Use, Finding Finding, DateOnly Day);
