namespace PolicyCheck.Text;

/// <summary>A problem with an input file; never a statement about compliance.</summary>
/// <param name="Code">The stable code, such as <c>PC101</c>.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Message">One sentence, lower-case start, no final period, the user's words in backticks.</param>
/// <param name="Cure">What to do about it, in the same style.</param>
public sealed record Diagnostic(string Code, DiagnosticLevel Level, Location Location, string Message, string Cure)
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="cure">What to do about it.</param>
    public static Diagnostic Error(string code, Location location, string message, string cure) =>
        new(code, DiagnosticLevel.Error, location, message, cure);

    /// <summary>Makes a warning.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="message">What is doubtful.</param>
    /// <param name="cure">What to do about it.</param>
    public static Diagnostic Warning(string code, Location location, string message, string cure) =>
        new(code, DiagnosticLevel.Warning, location, message, cure);
}
