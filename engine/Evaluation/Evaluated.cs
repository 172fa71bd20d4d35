using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>What the evaluation of a rule came to.</summary>
/// <param name="Trigger">Whether the rule speaks.</param>
/// <param name="Kept">Whether it is kept: true where it certainly doesn't speak, or what it requires holds, or an exception or a permission applies; of a permission whether it speaks.</param>
/// <param name="Defect">What kept it from being evaluated, so that neither is known, or null.</param>
public readonly record struct Evaluated(Truth Trigger, Truth Kept, string? Defect);
