namespace PolicyCheck.Projects;

/// <summary>The codes of diagnostics about a project's configuration.</summary>
public static class ProjectCodes
{
    /// <summary>A rule set, rule or parameter that doesn't exist, or a pattern that matches none.</summary>
    public const string Unknown = "PC971";

    /// <summary>A parameter that the project makes looser than the text.</summary>
    public const string Looser = "PC972";

    /// <summary>A parameter of which it can't be told which way is stricter.</summary>
    public const string NoStricterWay = "PC973";

    /// <summary>The same thing set twice.</summary>
    public const string Twice = "PC974";

    /// <summary>An output that isn't one.</summary>
    public const string BadOutput = "PC975";
}
