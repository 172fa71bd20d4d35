using System.Collections.Immutable;

namespace PolicyCheck.Formatting;

/// <summary>How a value is laid out.</summary>
internal abstract record Layout;

/// <summary>A value that begins on the line of its key or dash.</summary>
/// <param name="Lines">Its lines; all but the first are indented below it.</param>
internal sealed record InlineLayout(ImmutableArray<string> Lines) : Layout;

/// <summary>A mapping or sequence with a line or more for each entry.</summary>
/// <param name="Pieces">Its entries, in the order in which they are printed.</param>
/// <param name="Tail">The comments after the last entry.</param>
internal sealed record BlockLayout(ImmutableArray<Piece> Pieces, ImmutableArray<Comment> Tail) : Layout;

/// <summary>An entry of a mapping, or an item of a sequence, with its comments.</summary>
/// <param name="Leading">The comments above it.</param>
/// <param name="HasGap">Whether an empty line stands above it, below its comments.</param>
/// <param name="Key">The key as it is printed, or null for an item.</param>
/// <param name="Value">The value.</param>
/// <param name="Beside">The comment at the end of its line, or null.</param>
internal sealed record Piece(ImmutableArray<Comment> Leading, bool HasGap, string? Key, Layout Value, Comment? Beside);
