namespace PolicyCheck.Cli.Commands;

/// <summary>What one run of <c>timeline</c> was asked for.</summary>
/// <param name="Check">What it has in common with a check.</param>
/// <param name="From">The first day drawn, or null.</param>
/// <param name="Until">The day after the last, or null.</param>
/// <param name="Outputs">Formats and where they go.</param>
/// <param name="LastFlip">The last day on which a change of the verdict fails the run, or null where none does.</param>
/// <param name="Compare">The rule sets by each of which alone it is judged.</param>
internal sealed record TimelineRequest(CheckRequest Check, DateOnly? From, DateOnly? Until, IReadOnlyList<string> Outputs, DateOnly? LastFlip, IReadOnlyList<string> Compare);
