using System.Collections.Immutable;
using PolicyCheck.Baselines;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Reports;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Compares a run with a baseline, and writes one.</summary>
internal static class BaselineRun
{
    /// <summary>The report with each finding marked by the baselines asked for; one to write is written.</summary>
    /// <param name="report">The report.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">A baseline is missing, has errors or can't be written.</exception>
    public static Report Apply(Report report, CheckRequest request, Surroundings surroundings)
    {
        var known = request.Baseline is { } named ? Read(named, request, surroundings) : null;
        if (request.WriteBaseline is not { } target)
        {
            return known is null ? report : Marked(report, known, request.Baseline ?? "", request, surroundings);
        }

        var earlier = known ?? (File.Exists(Files.Name(target, surroundings).Full) ? Read(target, request, surroundings) : null);
        if (report.HasInvalidInput)
        {
            throw new CommandException(ExitCode.InvalidInput, "a manifest has errors, so no baseline was written");
        }

        var taken = BaselineTaker.Take(report.Assessments, request.AsOf, request.Options, earlier, FromFolderOf(target, surroundings), path => File.Exists(Path.Combine(FolderOf(target, surroundings), path)));
        using var buffer = new MemoryStream();
        BaselineFile.Write(taken, buffer);
        WholeFile.Write(target, buffer.ToArray(), surroundings);
        Tell(taken, earlier, target, surroundings);
        return Marked(report, taken, target, request, surroundings);
    }

    private static Report Marked(Report report, Baseline baseline, string path, CheckRequest request, Surroundings surroundings)
    {
        var refused = report.Diagnostics.Where(diagnostic => diagnostic.Level == DiagnosticLevel.Error).Select(diagnostic => diagnostic.Location.Path).ToHashSet(StringComparer.Ordinal);
        var (marked, comparison) = BaselineComparison.Of(report.Assessments, baseline, path, request.Options, refused, FromFolderOf(path, surroundings));
        return report with { Assessments = marked, Baseline = comparison };
    }

    // A baseline lies in the project and names manifests from there, wherever the program is started.
    private static Func<string, string> FromFolderOf(string baseline, Surroundings surroundings) => manifest => manifest == FilePath.StandardInput.Shown
        ? manifest
        : Path.GetRelativePath(FolderOf(baseline, surroundings), Files.Name(manifest, surroundings).Full).Replace('\\', '/');

    private static string FolderOf(string baseline, Surroundings surroundings) => Path.GetDirectoryName(Files.Name(baseline, surroundings).Full) ?? surroundings.WorkingDirectory;

    private static Baseline Read(string named, CheckRequest request, Surroundings surroundings)
    {
        var file = Files.Name(named, surroundings);
        var (baseline, diagnostics) = BaselineReader.Read(file.Shown, Files.Read(file, request.Limits, surroundings), request.Limits);
        surroundings.Write(diagnostics);
        return baseline ?? throw new CommandException(ExitCode.InvalidInput, "the baseline has errors, so nothing was compared");
    }

    // Whoever writes a baseline accepts what is in it, so it is said what came in and what went.
    private static void Tell(Baseline taken, Baseline? earlier, string target, Surroundings surroundings)
    {
        ImmutableArray<string> before = earlier is null ? [] : [.. earlier.Entries.Select(entry => entry.Fingerprint)];
        var added = taken.Entries.Count(entry => !before.Contains(entry.Fingerprint));
        var gone = before.Except(taken.Entries.Select(entry => entry.Fingerprint), StringComparer.Ordinal).Count();
        surroundings.Error.WriteLine($"policycheck: `{VisibleText.Of(target)}` has {taken.Entries.Length} findings now: {added} added, {gone} gone");
    }
}
