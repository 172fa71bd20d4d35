namespace PolicyCheck.Importing;

/// <summary>What became of a row.</summary>
/// <param name="Line">The line of the table in which it begins.</param>
/// <param name="Name">Its name by the mapping.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Kind">What it is about; unclear where nobody has read it.</param>
/// <param name="Why">What the reader of the row said, or null where nobody has read it.</param>
/// <param name="ManifestId">The name of its manifest, or empty where it has none.</param>
/// <param name="Manifest">Its manifest as YAML, or empty for a row that is about something else.</param>
public sealed record ImportedRow(int Line, string Name, string Title, RowKind Kind, string? Why, string ManifestId, string Manifest)
{
    /// <summary>Whether somebody has read it.</summary>
    public bool IsRead => Why is not null;

    /// <summary>Whether it has a manifest: all rows have but those about something else.</summary>
    public bool IsImported => Kind != RowKind.Other;
}
