namespace PolicyCheck.RuleSets;

/// <summary>How a text was read by those who encoded it.</summary>
public enum ReadFrom
{
    /// <summary>On the authority's own page or in its gazette.</summary>
    Official,

    /// <summary>In a publisher's copy of the text.</summary>
    Publisher,

    /// <summary>Through somebody's account of it.</summary>
    Secondary,

    /// <summary>Not read: from memory. What such a rule finds failing counts as indeterminate unless asked otherwise.</summary>
    Recollection,
}
