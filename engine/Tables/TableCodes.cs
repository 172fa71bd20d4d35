namespace PolicyCheck.Tables;

/// <summary>The codes of diagnostics about tables.</summary>
public static class TableCodes
{
    /// <summary>A table that can't be read, or that has no header or no row, or two columns of one name.</summary>
    public const string BadTable = "PC901";
}
