using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>A deployment that tells two things apart.</summary>
/// <param name="Facts">The facts it hangs on, with values, in ordinal order; null means that a fact must stay unstated.</param>
/// <param name="IsCertain">Whether there is such a deployment for certain; if not, nobody could find values for all its facts.</param>
public sealed record Difference(ImmutableArray<(FactDeclaration Fact, Value? Value)> Facts, bool IsCertain);
