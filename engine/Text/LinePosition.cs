namespace PolicyCheck.Text;

/// <summary>A place in a text, as editors count it.</summary>
/// <param name="Line">The one-based line.</param>
/// <param name="Column">The one-based column in UTF-16 code units.</param>
public readonly record struct LinePosition(int Line, int Column);
