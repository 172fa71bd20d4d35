using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Reading;

/// <summary>What reading a file gave: its documents, and every problem found.</summary>
/// <param name="Source">The decoded text.</param>
/// <param name="Documents">The documents that could be read, in order.</param>
/// <param name="Diagnostics">The problems, in the order of the text; a file with an error must not be used.</param>
public sealed record ReadResult(SourceText Source, ImmutableArray<Node> Documents, ImmutableArray<Diagnostic> Diagnostics);
