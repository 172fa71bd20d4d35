using System.Collections.Immutable;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>What the evaluation of a rule came to.</summary>
/// <param name="Trigger">Whether the rule speaks.</param>
/// <param name="Requirement">Whether what it requires holds; false where it requires nothing.</param>
/// <param name="Relief">Whether an exception or a permission applies.</param>
/// <param name="Leaves">The truth of each leaf of the program.</param>
public sealed record Conclusion(Truth Trigger, Truth Requirement, Truth Relief, ImmutableArray<Truth> Leaves);
