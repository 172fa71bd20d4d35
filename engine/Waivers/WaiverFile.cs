using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Waivers;

/// <summary>What a file of waivers gave.</summary>
/// <param name="Waivers">The waivers without errors, in the order of the text.</param>
/// <param name="Diagnostics">Every problem found.</param>
public sealed record WaiverFile(ImmutableArray<Waiver> Waivers, ImmutableArray<Diagnostic> Diagnostics);
