using PolicyCheck.Facts;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Conditions;

/// <summary>Asks not what a fact is but what its statement rests on.</summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Fact">The fact; never a field of rows, which have no basis of their own.</param>
public abstract record StatementTest(Location Location, FactDeclaration Fact) : Leaf(Location, Fact);

/// <summary>Asks that a fact be known at least so well: true or unknown and never false, since what is only claimed can still be documented.</summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Basis">The weakest basis that will do.</param>
public sealed record BasisTest(Location Location, FactDeclaration Fact, Basis Basis) : StatementTest(Location, Fact);

/// <summary>
/// Asks that the day of a fact's document or measurement lie at most a span before the day asked about, and not after it; unknown
/// where no day is stated.
/// </summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Span">The span.</param>
public sealed record AgeTest(Location Location, FactDeclaration Fact, Operand Span) : StatementTest(Location, Fact);
