using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Formatting;

/// <summary>What formatting a file gave.</summary>
/// <param name="Source">The text as it was read.</param>
/// <param name="Text">The text in canonical form, or null when the file has errors or can't be formatted safely.</param>
/// <param name="Diagnostics">What reading it found, and what the formatter says.</param>
public sealed record Formatted(SourceText Source, string? Text, ImmutableArray<Diagnostic> Diagnostics);
