namespace PolicyCheck.Importing;

/// <summary>The codes of diagnostics about tables, the mappings that read them, and what a mapping makes of a table.</summary>
public static class ImportCodes
{
    /// <summary>A column that the mapping names and the table doesn't have.</summary>
    public const string MissingColumn = "PC902";

    /// <summary>A column of the table that the mapping neither maps nor leaves out.</summary>
    public const string UnknownColumn = "PC903";

    /// <summary>A cell whose text the mapping gives no value.</summary>
    public const string UnknownCell = "PC904";

    /// <summary>Two cells of a row that state one fact differently.</summary>
    public const string Disagreement = "PC905";

    /// <summary>A reading of a row that the table doesn't have.</summary>
    public const string UnknownRow = "PC906";

    /// <summary>A mapping that can't be carried out: a value that doesn't fit its fact, or a column mapped in no way.</summary>
    public const string BadMapping = "PC907";

    /// <summary>Two rows of one name, so that a reading can't tell which it is about.</summary>
    public const string SameName = "PC908";
}
