using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>What a case expects of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">The outcome: pass, fail, not applicable or indeterminate.</param>
/// <param name="By">The exception's identifier, or the permission's qualified one, by which it passes; null where any will do.</param>
/// <param name="Missing">Exactly the facts, and with a dollar sign the parameters, that an open rule depends on; null where any will do.</param>
/// <param name="Location">Where it is written.</param>
public sealed record Expectation(Rule Rule, RuleOutcome Outcome, string? By, ImmutableArray<string>? Missing, Location Location);

/// <summary>The verdict that a case expects of the rule sets under test together.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Location">Where it is written.</param>
public sealed record ExpectedVerdict(Verdict Verdict, Location Location);
