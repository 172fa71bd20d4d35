using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

/// <summary>A fact as a manifest states it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Basis">How well it is known.</param>
/// <param name="On">The day of the statement, or null.</param>
/// <param name="Counts">Whether it is as strong as was asked for; if not nothing is known.</param>
internal sealed record Statement(Value Value, Basis Basis, DateOnly? On, bool Counts)
{
    /// <summary>The value where it counts.</summary>
    public Value? Counted => Counts ? Value : null;
}
