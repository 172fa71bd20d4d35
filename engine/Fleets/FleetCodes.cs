namespace PolicyCheck.Fleets;

/// <summary>The stable codes of why a document of a fleet isn't judged, besides those of its text.</summary>
public static class FleetCodes
{
    /// <summary>A line is longer than the limit.</summary>
    public const string TooLong = "PC991";

    /// <summary>A file can't be read.</summary>
    public const string Unreadable = "PC992";

    /// <summary>A defect of the program, which is no fault of the document.</summary>
    public const string Defect = "PC993";
}
