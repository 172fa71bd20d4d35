using System.Collections.Immutable;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Cli.Output;

namespace PolicyCheck.Cli.Fleets;

/// <summary>Says which runs are about fleets, and what such a run can't do.</summary>
internal static class FleetRules
{
    /// <summary>The format of results, a line each.</summary>
    public const string Format = "ndjson";

    /// <summary>Whether a run is about a fleet.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="targets">Where it goes.</param>
    /// <exception cref="CommandException">An option is given that only such a run has, and it isn't one.</exception>
    public static bool IsFleet(CheckRequest request, ImmutableArray<OutputTarget> targets)
    {
        var isFleet = targets.Any(target => target.Format == Format) || request.Manifests.Any(FleetInput.IsLines) || request.Fleet.StandardInput == FleetRequest.Lines;
        return isFleet || request.Fleet.Given.FirstOrDefault() is not { } option
            ? isFleet
            : throw new CommandException(ExitCode.Usage, $"`{option}` is for fleets: name a file that ends in `.ndjson` or `.jsonl`, or add `-o ndjson=FILE`");
    }

    /// <summary>What to tell of a run that isn't done when its time is up.</summary>
    /// <param name="request">What was asked for.</param>
    public static string Unfinished(CheckRequest request)
    {
        var targets = OutputTarget.ParseAll(request.Outputs, Check.Formats);
        return !IsFleet(request, targets) ? Deadline.Ask
            : FileOf(targets) is { } file ? $"; what was done until then stands in `{file}.partial`, and `--resume` continues it"
            : "; what wasn't reported until then isn't";
    }

    /// <summary>Whether standard input holds a manifest a line.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="targets">Where it goes.</param>
    public static bool ReadsLines(CheckRequest request, ImmutableArray<OutputTarget> targets) =>
        (request.Fleet.StandardInput ?? (targets.Any(target => target.Format == Format) ? FleetRequest.Lines : FleetRequest.Manifest)) == FleetRequest.Lines;

    /// <summary>Refuses what needs all deployments at once, or more of each than a line has.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="targets">Where it goes.</param>
    /// <exception cref="CommandException">Something of the kind was asked for.</exception>
    public static void Refuse(CheckRequest request, ImmutableArray<OutputTarget> targets)
    {
        if (targets.FirstOrDefault(target => target.Format is not (Format or "text")) is { } whole)
        {
            throw new CommandException(ExitCode.Usage, $"`{whole.Format}` holds a whole report, and a fleet is reported a line at a time: use `-o ndjson=FILE`, and check the deployments that matter by themselves for `{whole.Format}`");
        }

        foreach (var (isGiven, option, cure) in new[]
        {
            (request.Cure, "--cure", "check the deployments that fail by themselves with `--cure`"),
            (request.OverPeriod, "--over", "give the day with `--as-of`, and check single deployments over their periods"),
            (request.Baseline is not null, "--baseline", "compare the lines of two runs, or leave the baseline out with `--no-config` where the configuration names it"),
            (request.WriteBaseline is not null, "--write-baseline", "keep the lines of `-o ndjson=FILE`, and compare those of a later run with them"),
            (request.SigningKey is not null, "--signing-key", "sign the file of `-o ndjson=FILE` as a whole"),
        })
        {
            if (isGiven)
            {
                throw new CommandException(ExitCode.Usage, $"`{option}` isn't for fleets: {cure}");
            }
        }

        if (targets.Count(target => target.Format == Format) > 1)
        {
            throw new CommandException(ExitCode.Usage, "`-o ndjson` is given more than once: give it once, and copy its file");
        }

        if (request.Fleet.Resume && FileOf(targets) is null)
        {
            throw new CommandException(ExitCode.Usage, "`--resume` continues a file: add `-o ndjson=FILE`");
        }

        if (request.Fleet.Resume && request.Manifests.Contains("-") && !ReadsLines(request, targets))
        {
            throw new CommandException(ExitCode.Usage, "`--resume` reads the last document twice, and standard input can be read once: write the manifests to a file and name that");
        }
    }

    /// <summary>The file that results are written to, or null.</summary>
    /// <param name="targets">Where it goes.</param>
    public static string? FileOf(ImmutableArray<OutputTarget> targets) => targets.FirstOrDefault(target => target.Format == Format)?.Path;
}
