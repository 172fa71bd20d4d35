namespace PolicyCheck.Reports.Sarif;

/// <summary>How much of the text is written with a place.</summary>
internal enum Detail
{
    /// <summary>None.</summary>
    Region,

    /// <summary>What stands there.</summary>
    Snippet,

    /// <summary>What stands there, and the line around it.</summary>
    Line,
}
