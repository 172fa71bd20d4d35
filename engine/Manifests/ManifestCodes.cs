namespace PolicyCheck.Manifests;

/// <summary>The codes of diagnostics about manifests.</summary>
public static class ManifestCodes
{
    /// <summary>A fact of a use stated outside the uses, or the reverse.</summary>
    public const string MisplacedFact = "PC601";

    /// <summary>A manifest that lists no use.</summary>
    public const string NoUse = "PC602";

    /// <summary>A basis without a value, or a word that is no basis.</summary>
    public const string BadBasis = "PC603";

    /// <summary>A period of a deployment without a day, or that ends before it begins.</summary>
    public const string BadPeriod = "PC604";
}
