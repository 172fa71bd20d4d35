using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Tables;

/// <summary>A table of texts.</summary>
/// <param name="Source">The text it was read from.</param>
/// <param name="Encoding">The encoding in which the file was: <c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c> or <c>windows-1252</c>.</param>
/// <param name="Header">The headers of the columns.</param>
/// <param name="Rows">The rows that aren't blank.</param>
public sealed record Table(SourceText Source, string Encoding, ImmutableArray<string> Header, ImmutableArray<TableRow> Rows)
{
    /// <summary>Where each header stands.</summary>
    public ImmutableArray<Location> HeaderLocations { get; init; } = [];
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">The cells, one for each column.</param>
/// <param name="Location">Its first line.</param>
public sealed record TableRow(ImmutableArray<string> Cells, Location Location)
{
    /// <summary>Where each cell stands, without the quotation marks around it.</summary>
    public ImmutableArray<Location> CellLocations { get; init; } = [];
}
