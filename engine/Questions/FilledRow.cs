using PolicyCheck.Text;

namespace PolicyCheck.Questions;

/// <summary>An answer of a filled questionnaire, each part with the place where it stands.</summary>
/// <param name="Manifest">The path of the manifest.</param>
/// <param name="Digest">Its digest when the questions were asked.</param>
/// <param name="Use">The use, or empty.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Basis">How well it is known, or empty.</param>
/// <param name="Source">The document, or empty.</param>
/// <param name="Day">Its day, or empty.</param>
internal sealed record FilledRow(FilledCell Manifest, FilledCell Digest, FilledCell Use, FilledCell Fact, FilledCell Answer, FilledCell Basis, FilledCell Source, FilledCell Day);

/// <summary>A text and where it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="Location">Where it stands.</param>
internal readonly record struct FilledCell(string Text, Location Location);
