using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace PolicyCheck.Questions;

/// <summary>A fact that somebody can be asked for, and its variables.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Variables">The variables' numbers.</param>
internal sealed record Asked(OpenFact Fact, ImmutableArray<int> Variables)
{
    /// <inheritdoc/>
    public bool Equals(Asked? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
