using PolicyCheck.Text;

namespace PolicyCheck.Linting;

/// <summary>A place where something is doubtful.</summary>
/// <param name="Location">The place.</param>
/// <param name="Message">What is doubtful.</param>
/// <param name="Cure">What to do about it.</param>
internal sealed record LintProblem(Location Location, string Message, string Cure);
