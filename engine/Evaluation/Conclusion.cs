using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>What the evaluation of a rule came to.</summary>
/// <param name="Trigger">Whether the rule speaks.</param>
/// <param name="Kept">Whether it is kept: true where it certainly doesn't speak, or what it requires holds, or an exception or a permission applies; of a permission whether it speaks.</param>
public readonly record struct Conclusion(Truth Trigger, Truth Kept);
