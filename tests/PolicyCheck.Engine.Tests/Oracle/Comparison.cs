using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Oracle;

/// <summary>Compares what the engine says of one manifest with what the oracle says.</summary>
internal sealed class Comparison(RuleLibrary library, DateOnly day, AssessmentOptions options)
{
    public DateOnly Day => day;

    public AssessmentOptions Options => options;

    private readonly OracleRules _rules = new(library, day, options.IncludeProposals, options.MinBasis);
    private readonly Dictionary<(string Set, string Rule), OracleParts> _parts = [];
    private BruteForce? _force;

    private BruteForce Force => _force ??= new(_rules, day);

    /// <summary>How many undecided findings were settled by trying every completion.</summary>
    public int Completed { get; private set; }

    /// <summary>How many completions that took.</summary>
    public long Completions { get; private set; }

    /// <summary>How many undecided findings couldn't be tried out.</summary>
    public int Passed { get; private set; }

    /// <summary>How many findings were decided by their completions all agreeing.</summary>
    public int Agreed { get; private set; }

    /// <summary>The first difference, or null.</summary>
    public string? Difference(Manifest manifest, Assessment assessment, bool tryAll)
    {
        foreach (var use in assessment.Uses)
        {
            var stated = _rules.Stated(manifest, use.Use);
            var expected = _rules.Considered.SelectMany(set => set.Rules.Select(rule => (Set: set, Rule: rule))).ToList();
            if (expected.Count != use.Findings.Length)
            {
                return $"{use.Use.Id}: {use.Findings.Length} findings for {expected.Count} rules";
            }

            foreach (var ((set, rule), finding) in expected.Zip(use.Findings))
            {
                if (Difference(set, rule, finding, stated, tryAll) is { } difference)
                {
                    return $"{use.Use.Id}, {rule.QualifiedId}: {difference}";
                }
            }

            var verdict = OracleVerdicts.Of(use.Findings.Select(finding => (finding.RuleSet, finding.Rule, finding.Outcome, finding.Outcome == RuleOutcome.Pass && RestsOnDoubt(finding, stated))), day, options);
            if (verdict != use.Verdict)
            {
                return $"{use.Use.Id}: the verdict is {use.Verdict} and should be {verdict}";
            }
        }

        var worst = assessment.Uses.Select(use => use.Verdict).OrderDescending().First();
        return worst == assessment.Verdict ? null : $"the verdict is {assessment.Verdict} and should be {worst}";
    }

    // Of a pass that all completions come to, what the engine says of it is compared where they can be tried.
    private bool RestsOnDoubt(Finding finding, Dictionary<string, Statement> stated)
    {
        var parts = _parts[(finding.RuleSet.Id, finding.Rule.Id)];
        return finding.AllCompletionsAgree
            ? Force.Try(parts, stated)?.RestsOnDoubt ?? finding.Doubt is not null
            : OracleVerdicts.RestsOnDoubt(parts, Truths(parts, stated), day);
    }

    private string? Difference(RuleSet set, Rule rule, Finding finding, Dictionary<string, Statement> stated, bool tryAll)
    {
        if (finding.Rule != rule || finding.RuleSet != set)
        {
            return $"the finding is about {finding.Rule.QualifiedId}";
        }

        if (_rules.Skips(set, rule, stated) is { } reason)
        {
            return (finding.Outcome, finding.Reason) == (RuleOutcome.NotApplicable, reason) ? null : $"{finding.Outcome}, {finding.Reason} should be not applicable, {reason}";
        }

        if (!_parts.TryGetValue((set.Id, rule.Id), out var parts))
        {
            parts = _parts[(set.Id, rule.Id)] = _rules.Parts(set, rule);
        }

        var truths = Truths(parts, stated);
        var (mine, theirs) = (Describe(truths, parts), Describe(finding));
        if (mine != theirs)
        {
            return $"\n  engine {theirs} ({finding.Defect})\n  oracle {mine}";
        }

        if (truths.Outcome != RuleOutcome.Indeterminate)
        {
            return finding.Outcome == truths.Outcome && !finding.AllCompletionsAgree && finding.Missing.IsEmpty && finding.MissingParameters.IsEmpty
                ? null
                : $"{finding.Outcome}{(finding.AllCompletionsAgree ? " by completions" : "")} should be {truths.Outcome}; missing {string.Join(", ", finding.Missing.Select(fact => fact.Path))}";
        }

        Agreed += finding.AllCompletionsAgree ? 1 : 0;
        if (finding.AllCompletionsAgree == (finding.Outcome == RuleOutcome.Indeterminate))
        {
            return $"{finding.Outcome} although completions {(finding.AllCompletionsAgree ? "agree" : "differ")}";
        }

        return tryAll || finding.AllCompletionsAgree ? Complete(parts, finding, stated) : null;
    }

    private OracleTruths Truths(OracleParts parts, Dictionary<string, Statement> stated) =>
        _rules.Evaluate(parts, leaf => _rules.Tests.Of(leaf, stated.GetValueOrDefault(leaf.Fact.Path)), stated.GetValueOrDefault("places"));

    private string? Complete(OracleParts parts, Finding finding, Dictionary<string, Statement> stated)
    {
        if (Force.Try(parts, stated) is not { } completion)
        {
            Passed++;
            return null;
        }

        (Completed, Completions) = (Completed + 1, Completions + completion.Count);
        var facts = finding.Missing.Select(fact => fact.Path).ToList();
        var told = $"{finding.Outcome}, missing [{string.Join(' ', facts)}] [{string.Join(' ', finding.MissingParameters)}]{(finding.MissingIsExact ? "" : " at most")}";
        var real = $"{completion.Agreed ?? RuleOutcome.Indeterminate}, missing [{string.Join(' ', completion.Facts)}] [{string.Join(' ', completion.Parameters)}]";
        var isRight = finding.MissingIsExact
            ? told == real
            : completion.Facts.All(facts.Contains) && completion.Parameters.All(finding.MissingParameters.Contains)
                && (finding.Outcome == RuleOutcome.Indeterminate || finding.Outcome == completion.Agreed);
        return isRight ? null : $"\n  engine {told}\n  oracle {real} after {completion.Count} completions";
    }

    private static string Describe(OracleTruths truths, OracleParts parts) => Describe(
        Word(truths.Trigger),
        parts.Rule.Kind == RuleKind.Requirement ? Word(truths.Requirement) : "none",
        parts.Reliefs.Zip(truths.Reliefs, (relief, truth) => (relief.Name, Word(truth))).Order());

    private static string Describe(Finding finding) => Describe(
        finding.Trigger?.Truth.ToString() ?? "none",
        finding.Requirement?.Truth.ToString() ?? "none",
        finding.Exceptions.Select(relief => (relief.Relief.Name, relief.Truth.ToString())).Order());

    private static string Describe(string trigger, string requirement, IEnumerable<(string Name, string Truth)> reliefs) =>
        new StringBuilder("trigger ").Append(trigger).Append(", requirement ").Append(requirement)
            .AppendJoin("", reliefs.Select(relief => $", {relief.Name} {relief.Truth}")).ToString();

    private static string Word(bool? truth) => truth is null ? "Unknown" : truth.Value ? "True" : "False";
}
