namespace PolicyCheck.Formatting;

/// <summary>The codes of what the formatter says of a file.</summary>
public static class FormattingCodes
{
    /// <summary>A file is left as it is, since it holds what the formatter doesn't arrange.</summary>
    public const string LeftAlone = "PC851";

    /// <summary>Formatting would have changed what the file says: a defect of the formatter.</summary>
    public const string Unsafe = "PC852";
}
