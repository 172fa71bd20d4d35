namespace PolicyCheck.Formatting;

/// <summary>A comment of a YAML file.</summary>
/// <param name="Start">Where it begins, at its <c>#</c>.</param>
/// <param name="Text">Its text with the <c>#</c>, without blanks at its end.</param>
/// <param name="Column">The zero-based column of its <c>#</c>.</param>
/// <param name="IsAlone">Whether it has a line of its own.</param>
/// <param name="HasGap">Whether an empty line precedes it.</param>
internal sealed record Comment(int Start, string Text, int Column, bool IsAlone, bool HasGap);
