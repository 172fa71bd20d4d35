using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Importing;

/// <summary>How the rows of a table become manifests.</summary>
/// <param name="Id">The identifier, in kebab-case.</param>
/// <param name="Title">What the table is.</param>
/// <param name="RowName">The columns that together name a row.</param>
/// <param name="RowTitle">The column that says what people call the row.</param>
/// <param name="RowDescription">The column that describes the row in words, or null.</param>
/// <param name="Facts">What holds for every row.</param>
/// <param name="Columns">The columns that state facts, in the order written.</param>
/// <param name="LeftOut">The columns that state none, each with why.</param>
/// <param name="Readings">What somebody who read a row found in it.</param>
public sealed record ImportMapping(
    string Id,
    string Title,
    ImmutableArray<ColumnName> RowName,
    ColumnName RowTitle,
    ColumnName? RowDescription,
    ImmutableArray<StatedFact> Facts,
    ImmutableArray<ColumnMapping> Columns,
    ImmutableArray<(ColumnName Column, string Why)> LeftOut,
    ImmutableArray<RowReading> Readings)
{
    /// <summary>The joint between the parts of a row's name.</summary>
    public const string Joint = " / ";
}

/// <summary>A column by its header; spaces, line breaks and capitals in headers don't matter.</summary>
/// <param name="Header">The header as written.</param>
/// <param name="Location">Where it is written.</param>
public sealed record ColumnName(string Header, Location Location);

/// <summary>How the cells of one column state one fact.</summary>
/// <param name="Column">The column.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Cells">What the texts of cells stand for; empty where cells are the values themselves.</param>
/// <param name="Separator">What stands between several answers in one cell, or null.</param>
/// <param name="Dates">The form of days in cells, such as <c>M/d/yyyy</c>, or null for ISO days.</param>
public sealed record ColumnMapping(ColumnName Column, FactDeclaration Fact, ImmutableArray<CellMeaning> Cells, string? Separator, string? Dates);

/// <summary>What a cell's text stands for.</summary>
/// <param name="Text">The text with single spaces, or how it begins; capitals don't matter.</param>
/// <param name="IsBeginning">Whether only the beginning is given.</param>
/// <param name="Value">The value, or null where the text says nothing of the fact.</param>
public sealed record CellMeaning(string Text, bool IsBeginning, Value? Value)
{
    internal bool Means(string text) => IsBeginning ? text.StartsWith(Text, StringComparison.OrdinalIgnoreCase) : string.Equals(text, Text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What somebody who read a row found in it.</summary>
/// <param name="Row">The row's name.</param>
/// <param name="Kind">What the row is about.</param>
/// <param name="Why">What in the row says so.</param>
/// <param name="Facts">What it says; a column that says otherwise gives way.</param>
/// <param name="Location">Where the reading is written.</param>
public sealed record RowReading(string Row, RowKind Kind, string Why, ImmutableArray<StatedFact> Facts, Location Location);

/// <summary>What a row is about.</summary>
public enum RowKind
{
    /// <summary>A system that works with faces.</summary>
    FaceRecognition,

    /// <summary>Something else.</summary>
    Other,

    /// <summary>Nobody can tell from the row.</summary>
    Unclear,
}
