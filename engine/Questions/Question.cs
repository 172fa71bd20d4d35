using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>A question worth asking: its answer can change the verdict.</summary>
/// <param name="Open">The fact that it asks for.</param>
/// <param name="Stated">What is stated of it already and not exactly enough, or null.</param>
/// <param name="Decides">The rules that hang on it, each with its rule set, in the order of the findings.</param>
/// <param name="Leads">What answers lead to, the ones that settle it first; empty where that isn't known.</param>
public sealed record Question(OpenFact Open, Value? Stated, ImmutableArray<(RuleSet Set, Rule Rule)> Decides, ImmutableArray<Lead> Leads);

/// <summary>What some answers to a question lead to.</summary>
/// <param name="Answers">The answers, in words.</param>
/// <param name="Verdicts">The verdicts that are still possible then, from best to worst.</param>
/// <param name="IsSettled">Whether that settles it.</param>
/// <param name="AtMost">How many questions more it takes at most.</param>
public sealed record Lead(ImmutableArray<string> Answers, ImmutableArray<Verdict> Verdicts, bool IsSettled, int AtMost);
