namespace PolicyCheck.Binding;

/// <summary>The codes of diagnostics about the shape of a document.</summary>
public static class BindingCodes
{
    /// <summary>A key that means nothing here.</summary>
    public const string UnknownKey = "PC201";

    /// <summary>A key that must be here and isn't.</summary>
    public const string MissingKey = "PC202";

    /// <summary>A mapping, sequence or scalar where another of them belongs.</summary>
    public const string WrongShape = "PC203";

    /// <summary>A word that isn't one of those allowed.</summary>
    public const string UnknownWord = "PC204";

    /// <summary>An identifier that isn't in kebab-case.</summary>
    public const string BadIdentifier = "PC205";

    /// <summary>A day that isn't an ISO 8601 calendar date.</summary>
    public const string BadDate = "PC206";

    /// <summary>The same name given twice.</summary>
    public const string DuplicateName = "PC207";

    /// <summary>A file whose name says nothing of what it is.</summary>
    public const string UnknownFileKind = "PC208";

    /// <summary>A file with no document, or with more than one where one is meant.</summary>
    public const string DocumentCount = "PC209";

    /// <summary>A key without a value.</summary>
    public const string EmptyValue = "PC210";
}
