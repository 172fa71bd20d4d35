namespace PolicyCheck.Reference;

/// <summary>The forms in which a reference is written.</summary>
public enum ReferenceFormat
{
    /// <summary>Markdown, as forges show it.</summary>
    Markdown,

    /// <summary>The same as a site of HTML pages that need nothing else.</summary>
    Html,
}
