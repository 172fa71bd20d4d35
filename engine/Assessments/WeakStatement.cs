using PolicyCheck.Manifests;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>A statement that is there and yet leaves a rule open, because more is asked of it than it says.</summary>
/// <param name="Stated">The statement.</param>
/// <param name="Asked">The basis that is asked for, stronger than the one stated; null where that isn't what is missing.</param>
/// <param name="NeedsDay">Whether its day is asked for, and not given.</param>
public sealed record WeakStatement(StatedFact Stated, Basis? Asked, bool NeedsDay);
