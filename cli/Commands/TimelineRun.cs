using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.Reports.Timelines;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Timelines;

namespace PolicyCheck.Cli.Commands;

/// <summary>Draws the time lines of deployments.</summary>
internal static class TimelineRun
{
    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<string> Formats { get; } = ["text", .. TimelineFormats.All.Select(format => format.Name)];

    /// <summary>Draws them.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    public static ExitCode Run(TimelineRequest request, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var targets = OutputTarget.ParseAll(request.Outputs, Formats);
        var check = request.Check;
        var files = ManifestFiles.Find(check.Manifests, surroundings);
        var library = ProjectLibrary.Load(check, surroundings);
        var register = WaiverFiles.Load(check.Waivers, library, check.Limits, surroundings);
        var read = files.Select(file => ManifestReader.Read(file.Shown, Files.Read(file, check.Limits, surroundings), library.Vocabulary, check.Limits)).ToList();
        var diagnostics = DiagnosticBag.Sort(read.SelectMany(file => file.Diagnostics));
        surroundings.Write(diagnostics);
        var evaluator = engine.Value.GetAwaiter().GetResult();
        var options = request.Compare.Count == 0 ? check.Options : check.Options with { IncludeProposals = true, AdvisoryCounts = true };
        var judges = Libraries(request.Compare, library).Select(judge => (judge.By, Chronicler: new Chronicler(judge.Library, new(judge.Library, evaluator), register, options, evaluator))).ToList();
        var lines = read.SelectMany(file => file.Manifests).SelectMany(manifest => judges.Select(judge => (Manifest: manifest, judge.By, judge.Chronicler))).ToList();
        if (lines.Count == 0)
        {
            return ExitCode.InvalidInput;
        }

        var ranges = lines.Select(line => Range(line.Chronicler, line.Manifest, request)).ToList();
        var (from, until) = (ranges.Min(range => range.From), ranges.Max(range => range.Until));
        if (until <= from)
        {
            throw new CommandException(ExitCode.Usage, $"there are no days from {IsoDate.Format(from)} until {IsoDate.Format(until)}: `--until` is the day after the last one drawn");
        }

        var report = new TimelineReport(check.AsOf, from, until, [.. lines.Select(line => new TimelineRow(line.Chronicler.Over(line.Manifest, from, until), line.By))], diagnostics)
        {
            DiaryFrom = request.From ?? check.AsOf,
        };
        foreach (var target in targets)
        {
            target.Write(surroundings, stream => Write(report, target, surroundings, stream));
        }

        var flips = request.LastFlip is { } last && last > check.AsOf
            ? lines.SelectMany(line => line.Chronicler.Over(line.Manifest, check.AsOf, last.AddDays(1)).Changes.Where(change => change.IsFlip).Select(change => (line.Manifest, Change: change))).ToList()
            : [];
        foreach (var (manifest, change) in flips)
        {
            surroundings.Error.WriteLine($"policycheck: `{VisibleText.Of(manifest.Id)}` flips on {IsoDate.Format(change.Day)}, from {ChangeText.Verdict(change)}: {VisibleText.Of(string.Join("; ", change.Causes.Select(cause => cause.Sentence)))}");
        }

        return ExitCodes.Worst([report.HasInvalidInput ? ExitCode.InvalidInput : ExitCode.Holds, flips.Count > 0 ? ExitCode.DoesNotHold : ExitCode.Holds]);
    }

    private static void Write(TimelineReport report, OutputTarget target, Surroundings surroundings, Stream stream)
    {
        if (TimelineFormats.All.FirstOrDefault(format => format.Name == target.Format) is { Write: { } write })
        {
            write(report, stream);
            return;
        }

        var page = target.NewPage(surroundings);
        TimelinePage.Write(page, report, target.Path is null ? surroundings.Width : Surroundings.PlainWidth);
        page.WriteTo(stream);
    }

    // A rule set alone: what its permissions override elsewhere, and what sets it aside, isn't there.
    private static IEnumerable<(RuleSet? By, RuleLibrary Library)> Libraries(IReadOnlyList<string> compare, RuleLibrary library) => compare.Count == 0
        ? [(null, library)]
        : compare.Distinct(StringComparer.Ordinal).Select(id =>
        {
            var set = library.Find(id) ?? throw new CommandException(ExitCode.Usage, $"there is no rule set `{id}`: {Spelling.DidYouMean(id, library.RuleSets.Select(known => known.Id), "`policycheck list` names them")}");
            var alone = set with { Rules = [.. set.Rules.Select(rule => rule with { Overrides = [.. rule.Overrides.Where(overridden => overridden.RuleSetId == id)] })] };
            return ((RuleSet?)alone, library with { RuleSets = [alone] });
        });

    private static (DateOnly From, DateOnly Until) Range(Chronicler chronicler, Manifest manifest, TimelineRequest request)
    {
        const int years = 10;
        var asOf = request.Check.AsOf;
        var (from, until) = (request.From ?? manifest.Period?.From, request.Until ?? manifest.Period?.Until);
        if (from is { } first && until is { } next)
        {
            return (first, next);
        }

        var (early, late) = (Years(asOf, -1), Years(asOf, 1));
        var horizon = chronicler.Horizon(manifest) ?? (early, late);
        var (least, most) = (Later(horizon.From, Years(asOf, -years)), Earlier(horizon.Until, Years(asOf, years)));
        var changes = least < most ? chronicler.Over(manifest, least, most).Changes : [];
        if (!changes.IsEmpty)
        {
            (early, late) = (Earlier(early, changes[0].Day), Later(late, changes[^1].Day));
        }

        return (from ?? Earlier(new(early.Year, 1, 1), until?.AddDays(-1)), until ?? Later(new(Math.Min(late.Year + 1, DateOnly.MaxValue.Year), 1, 1), from?.AddDays(1)));
    }

    private static DateOnly Years(DateOnly day, int years) => day.Year + years is > 0 and < 9999 ? day.AddYears(years) : day;

    private static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;

    private static DateOnly Earlier(DateOnly one, DateOnly? other) => other < one ? other.Value : one;
}
