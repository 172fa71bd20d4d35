using PolicyCheck.Facts;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Manifests;

/// <summary>A fact as a manifest states it.</summary>
/// <param name="Fact">The fact's declaration.</param>
/// <param name="Value">The value.</param>
/// <param name="Basis">How well it is known.</param>
/// <param name="Source">The document that says so, or null.</param>
/// <param name="On">The day of that document or measurement, or null.</param>
/// <param name="Location">Where it is stated.</param>
public sealed record StatedFact(FactDeclaration Fact, Value Value, Basis Basis, string? Source, DateOnly? On, Location Location)
{
    /// <summary>The stated fact that it follows from, or null where the manifest states it itself.</summary>
    public StatedFact? ImpliedBy { get; init; }
}
