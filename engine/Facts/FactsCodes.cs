namespace PolicyCheck.Facts;

/// <summary>The codes of diagnostics about facts and their values.</summary>
public static class FactsCodes
{
    /// <summary>A fact that the vocabulary doesn't declare.</summary>
    public const string UnknownFact = "PC301";

    /// <summary>A value of another type than the fact's.</summary>
    public const string WrongType = "PC302";

    /// <summary>A value that the fact's declaration doesn't list.</summary>
    public const string UnknownValue = "PC303";

    /// <summary>A number that can't be read, or lies outside its unit's range.</summary>
    public const string BadNumber = "PC304";

    /// <summary>A length of time that can't be read, or of a unit that doesn't compare.</summary>
    public const string BadDuration = "PC305";

    /// <summary>A place that isn't one.</summary>
    public const string UnknownPlace = "PC306";

    /// <summary>A text that nearly is a known one.</summary>
    public const string MisspeltText = "PC307";

    /// <summary>A declaration in a vocabulary that contradicts itself or another.</summary>
    public const string BadDeclaration = "PC308";

    /// <summary>A fact stated twice.</summary>
    public const string StatedTwice = "PC309";

    /// <summary>Two facts that can't hold together.</summary>
    public const string Contradiction = "PC310";
}
