namespace PolicyCheck.Text;

/// <summary>A stretch of a text in UTF-16 code units.</summary>
/// <param name="Start">The zero-based offset of the first code unit.</param>
/// <param name="End">The offset after the last code unit.</param>
public readonly record struct TextSpan(int Start, int End);
