using System.Collections.Immutable;
using PolicyCheck.Facts;

namespace PolicyCheck.Decisions;

/// <summary>What the completions of an undecided rule come to.</summary>
/// <param name="Agreed">What every completion comes to, or null where they differ.</param>
/// <param name="Facts">The decisive facts, in ordinal order; empty where all completions agree.</param>
/// <param name="Parameters">The decisive parameters without a value in force, in ordinal order.</param>
/// <param name="CanFail">Whether some completion breaks the rule.</param>
/// <param name="IsExact">Whether the list is exact; if not it may name facts too many, never too few.</param>
public sealed record Decision(Completed? Agreed, ImmutableArray<FactDeclaration> Facts, ImmutableArray<string> Parameters, bool CanFail, bool IsExact)
{
    /// <summary>What of each decisive fact it hangs on, in the order of the facts.</summary>
    public ImmutableArray<(FactDeclaration Fact, FactAspect Aspect)> Aspects { get; init; } = [];
}

/// <summary>What a rule comes to when every fact is known.</summary>
public enum Completed
{
    /// <summary>It doesn't speak.</summary>
    NotApplicable,

    /// <summary>It is kept, or an exception or a permission applies.</summary>
    Pass,

    /// <summary>It is broken.</summary>
    Fail,
}
