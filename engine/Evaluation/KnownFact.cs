using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>What is known of a fact that is stated.</summary>
/// <param name="Value">The value; null where the statement is weaker than was asked for, so that nothing is known of the fact, not even that it is stated.</param>
/// <param name="Basis">How well it is known.</param>
/// <param name="On">The day of the document or measurement, or null.</param>
public sealed record KnownFact(Value? Value, Basis Basis = Basis.Claimed, DateOnly? On = null);
