using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;

namespace PolicyCheck.Cures;

/// <summary>A rule that no change keeps.</summary>
/// <param name="Use">The use.</param>
/// <param name="Finding">The finding about it.</param>
/// <param name="Kind">Why nothing keeps it.</param>
/// <param name="Facts">The facts it hangs on that nothing changes, in ordinal order.</param>
/// <param name="Tests">What results would have to show, where no value can be made up for them.</param>
public sealed record Obstacle(Use Use, Finding Finding, ObstacleKind Kind, ImmutableArray<FactDeclaration> Facts, ImmutableArray<Leaf> Tests);

/// <summary>Why no change keeps a rule.</summary>
public enum ObstacleKind
{
    /// <summary>It hangs on facts that are given.</summary>
    Given,

    /// <summary>It hangs on given facts that aren't known: an answer may keep it, a change doesn't.</summary>
    Unknown,

    /// <summary>A parameter that it compares with has no value on the day.</summary>
    UnsetParameter,

    /// <summary>Results would keep it, and what they'll show nobody can compute.</summary>
    NotComputable,

    /// <summary>It could be kept by itself, and not together with the others.</summary>
    Together,

    /// <summary>It could not be evaluated.</summary>
    Defect,
}
