namespace PolicyCheck.Text;

/// <summary>How bad a diagnostic is, in the words of SARIF.</summary>
public enum DiagnosticLevel
{
    /// <summary>Worth knowing; nothing is refused.</summary>
    Note,

    /// <summary>Probably a mistake; nothing is refused.</summary>
    Warning,

    /// <summary>The input is refused.</summary>
    Error,
}
