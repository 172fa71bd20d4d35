namespace PolicyCheck.Reference;

/// <summary>One page of a reference.</summary>
/// <param name="Path">The path from the reference's folder, with forward slashes.</param>
/// <param name="Text">The whole text, with line feeds.</param>
public sealed record ReferenceFile(string Path, string Text);
