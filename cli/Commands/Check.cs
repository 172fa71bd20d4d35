using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Fleets;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Cures;
using PolicyCheck.Evaluation;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Verification;

namespace PolicyCheck.Cli.Commands;

/// <summary>Checks manifests and writes reports.</summary>
internal static class Check
{
    /// <summary>The name of the default format.</summary>
    public const string Text = "text";

    /// <summary>The formats of reports, the default first.</summary>
    public static ImmutableArray<string> Formats { get; } = [Text, .. ReportFormats.All.Select(format => format.Name), FleetRules.Format];

    /// <summary>Runs a check.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    public static ExitCode Run(CheckRequest request, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var targets = OutputTarget.ParseAll(request.Outputs, Formats);
        if (FleetRules.IsFleet(request, targets))
        {
            return FleetRun.Run(request, targets, surroundings, engine);
        }

        var signingKey = request.SigningKey is { } pem ? KeyFiles.Signing(pem, surroundings) : null;
        var attests = targets.Any(target => target.Format == "intoto");
        if (signingKey is not null && !attests)
        {
            throw new CommandException(ExitCode.Usage, "`--signing-key` signs in-toto statements, and none are asked for: add `-o intoto=FILE`");
        }

        if (signingKey is null && !request.Quiet && attests)
        {
            surroundings.Error.WriteLine("policycheck: the in-toto statements are unsigned, so nobody can tell who made them: sign them with `--signing-key PEM`");
        }

        var tellsComing = !request.OverPeriod && targets.Any(target => target.Format is "json" or "markdown" or "html" || (target.Format == Text && (target.Path is not null || !request.Quiet)));
        var report = Assess(request, targets, tellsComing, surroundings, engine) with { SigningKey = signingKey };
        surroundings.Write(report.Diagnostics.Where(diagnostic => !request.Quiet || diagnostic.Level == DiagnosticLevel.Error));
        var code = Gate.Code(report, request);
        foreach (var target in targets)
        {
            // Where all is well a quiet run says nothing on standard output; a report that was asked for as a file is written.
            if (target.Path is not null || !request.Quiet || target.Format != Text || code != ExitCode.Holds)
            {
                target.Write(surroundings, stream => Write(report, target, request, surroundings, stream));
                Say(request, surroundings, target.Path is { } path ? $"wrote {target.Format} to `{path}`" : $"wrote {target.Format} to standard output");
            }
        }

        Say(request, surroundings, $"exit code {(int)code}");
        return code;
    }

    private static Report Assess(CheckRequest request, ImmutableArray<OutputTarget> targets, bool tellsComing, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var files = ManifestFiles.Find(request.Manifests, surroundings);
        (ReadResult Documents, string Digest) Read(FilePath file)
        {
            var content = Files.Read(file, request.Limits, surroundings);
            return (DocumentReader.Read(file.Shown, content, request.Limits), ContentDigest.Of(content));
        }

        if (NearbyRules.Begin(files, request, targets) is not { } nearby)
        {
            return Assess(request, files, Read, ProjectLibrary.Load(request, surroundings), [], tellsComing, surroundings, engine);
        }

        var read = files.ToDictionary(file => file, Read);
        return nearby.Load(read.Values.Select(one => one.Documents)) is var (library, unread)
            && Assess(request, files, file => read[file], library, unread, tellsComing, surroundings, engine) is var report
            && NearbyRules.Sufficed(report)
            ? report
            : Assess(request, files, file => read[file], ProjectLibrary.Load(request, surroundings), [], tellsComing, surroundings, engine);
    }

    private static Report Assess(
        CheckRequest request,
        ImmutableArray<FilePath> files,
        Func<FilePath, (ReadResult Documents, string Digest)> reader,
        RuleLibrary library,
        ImmutableArray<RuleIndexEntry> unread,
        bool tellsComing,
        Surroundings surroundings,
        Lazy<Task<RulesEngineEvaluator>> engine)
    {
        Say(request, surroundings, $"as of {IsoDate.Format(request.AsOf)}: {files.Length} manifest files, {library.RuleSets.Length} rule sets with {library.RuleSets.Sum(set => set.Rules.Length)} rules");
        var register = WaiverFiles.Load(request.Waivers, library, request.Limits, surroundings);
        var evaluator = engine.Value.GetAwaiter().GetResult();
        var assessor = new Assessor(library, evaluator);
        var days = new CheckedDays(assessor, new(library, assessor, register, request.Options, evaluator), request);
        var assessments = ImmutableArray.CreateBuilder<Assessment>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var progress = new Progress(files.Length, "manifests", surroundings);
        foreach (var file in files)
        {
            var (documents, digest) = reader(file);
            var read = ManifestReader.Read(documents, library.Vocabulary, digest);
            diagnostics.AddRange(read.Diagnostics);
            assessments.AddRange(read.Manifests.Select(manifest => days.Assess(manifest, tellsComing)));
            Say(request, surroundings, $"judged `{VisibleText.Of(file.Shown)}`: {read.Manifests.Length} manifests");
            if (!request.Quiet)
            {
                progress.Advance();
            }
        }

        if (request.Verify)
        {
            var verifier = new Verifier(assessor, library, request.Options);
            Verify(assessments.SelectMany(assessment => verifier.Discrepancies(assessment)));
            Say(request, surroundings, $"judged {assessments.Count} manifests a second time, with the same outcomes");
        }

        var waiving = new Waiving(register, library, request.Options, evaluator);
        var waived = waiving.Apply(assessments.ToImmutable());
        var curing = new Curing(library, assessor, request.Options) { Finish = assessment => waiving.Apply([assessment]).Assessments[0] };
        var found = new VerdictBasis(assessor, waiving, request.Options).Mark(waived.Assessments);
        var report = new Report(request.AsOf, library.Vocabulary, assessor.Considered(request.Options), found, DiagnosticBag.Sort(diagnostics.Concat(waived.Diagnostics)))
        {
            Options = request.Options,
            Unread = unread,
            Outlook = days.Outlook(),
            Cures = request.Cure ? [.. found.Select(curing.Find)] : [],
        };
        return BaselineRun.Apply(report, request, surroundings);
    }

    private static void Verify(IEnumerable<Discrepancy> discrepancies)
    {
        if (discrepancies.Select(one => one.ToString()).ToList() is { Count: > 0 } found)
        {
            throw new CommandException(ExitCode.InternalError, $"judged in two ways, which differ, so nothing was reported; this is a defect of the program, please report it with the manifest:\n{string.Join('\n', found)}");
        }
    }

    private static void Write(Report report, OutputTarget target, CheckRequest request, Surroundings surroundings, Stream stream)
    {
        if (ReportFormats.All.FirstOrDefault(format => format.Name == target.Format) is { } format)
        {
            format.Write(report, stream);
        }
        else
        {
            var toTerminal = target.Path is null;
            TextReport.Write(report, request.Quiet && toTerminal ? null : request.Explain, toTerminal && surroundings.Colours, toTerminal ? surroundings.Width : Surroundings.PlainWidth, stream);
        }
    }

    private static void Say(CheckRequest request, Surroundings surroundings, string sentence)
    {
        if (request.Verbose)
        {
            surroundings.Error.WriteLine($"policycheck: {sentence}");
        }
    }
}
