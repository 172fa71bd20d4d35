namespace PolicyCheck.Baselines;

/// <summary>The codes of diagnostics about baselines.</summary>
public static class BaselineCodes
{
    /// <summary>A baseline of a version that this program doesn't read.</summary>
    public const string Version = "PC981";

    /// <summary>An entry that names what can't be named.</summary>
    public const string BadEntry = "PC982";
}
