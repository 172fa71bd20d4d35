namespace PolicyCheck.Cli.Commands;

/// <summary>What one run of <c>ask</c> was asked for.</summary>
/// <param name="Check">The manifests, the rules and the day, as for a check.</param>
/// <param name="Outputs">Formats and where they go; none for an interview.</param>
/// <param name="For">Who is asked, or null for everybody.</param>
/// <param name="Interactive">Whether to ask also where there is no terminal.</param>
/// <param name="Written">Where the manifest with the answers goes.</param>
internal sealed record AskRequest(CheckRequest Check, IReadOnlyList<string> Outputs, string? For, bool Interactive, WrittenAnswers Written);

/// <summary>Where a manifest with answers goes.</summary>
/// <param name="Here">Into its own file.</param>
/// <param name="To">Into another file, or null.</param>
internal sealed record WrittenAnswers(bool Here, string? To);
