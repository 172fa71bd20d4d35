using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.Reports;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Checks manifests and writes reports.</summary>
internal static class Check
{
    /// <summary>The formats of reports, the default first.</summary>
    public static ImmutableArray<string> Formats { get; } = ["text", .. ReportFormats.All.Select(format => format.Name)];

    /// <summary>Runs a check.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    public static ExitCode Run(CheckRequest request, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var targets = OutputTarget.ParseAll(request.Outputs, Formats);
        var work = Task.Run(() => Assess(request, surroundings, engine));
        if (request.Timeout is { } timeout && Task.WaitAny([work], timeout) < 0)
        {
            throw new CommandException(ExitCode.InternalError, $"gave up after {timeout.TotalSeconds:0} seconds; nothing was reported");
        }

        var report = work.GetAwaiter().GetResult();
        foreach (var diagnostic in report.Diagnostics)
        {
            surroundings.Error.WriteLine(DiagnosticText.Render(diagnostic));
        }

        foreach (var target in targets)
        {
            target.Write(surroundings, stream => Write(report, target, request, surroundings, stream));
        }

        return Code(report, request);
    }

    private static Report Assess(CheckRequest request, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var files = ManifestFiles.Find(request.Manifests, surroundings);
        var library = RuleFiles.Load(request.Rules, request.Limits, surroundings);
        var register = WaiverFiles.Load(request.Waivers, library, request.Limits, surroundings);
        var evaluator = engine.Value.GetAwaiter().GetResult();
        var assessor = new Assessor(library, evaluator);
        var assessments = ImmutableArray.CreateBuilder<Assessment>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var progress = new Progress(files.Length, "manifests", surroundings);
        foreach (var file in files)
        {
            var read = ManifestReader.Read(file.Shown, Files.Read(file, surroundings), library.Vocabulary, request.Limits);
            diagnostics.AddRange(read.Diagnostics);
            assessments.AddRange(read.Manifests.Select(manifest => assessor.Assess(manifest, request.AsOf, request.Options)));
            progress.Advance();
        }

        var waived = new Waiving(register, library, request.Options, evaluator).Apply(assessments.ToImmutable());
        return new(request.AsOf, library.Vocabulary, assessor.Considered(request.Options), waived.Assessments, DiagnosticBag.Sort(diagnostics.Concat(waived.Diagnostics)));
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
            TextReport.Write(report, request.Explain, toTerminal && surroundings.Colours, toTerminal ? surroundings.Width : Surroundings.PlainWidth, stream);
        }
    }

    private static ExitCode Code(Report report, CheckRequest request)
    {
        var findings = report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings);
        var codes = report.Assessments.Select(assessment => assessment.Verdict switch
        {
            Verdict.NonCompliant => request.FailOn.Contains("never") ? ExitCode.Holds : ExitCode.DoesNotHold,
            Verdict.Indeterminate => request.FailOn.Contains("never") || request.FailOn.Contains("non-compliant") ? ExitCode.Holds : ExitCode.Indeterminate,
            Verdict.NotApplicable => request.FailOn.Contains("not-applicable") ? ExitCode.DoesNotHold : ExitCode.Holds,
            _ => ExitCode.Holds,
        });
        return ExitCodes.Worst(
        [
            .. codes,
            .. report.HasInvalidInput ? [ExitCode.InvalidInput] : Array.Empty<ExitCode>(),
            .. findings.Any(finding => finding.Outcome == RuleOutcome.Error) ? [ExitCode.InternalError] : Array.Empty<ExitCode>(),
        ]);
    }
}
