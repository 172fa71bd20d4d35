using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Evaluation;
using PolicyCheck.Explanation;
using PolicyCheck.Manifests;
using PolicyCheck.Registers;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Waivers;

namespace PolicyCheck.Cli.Commands;

/// <summary>Lists, checks and reports waivers.</summary>
internal static class Waivers
{
    /// <summary>The formats of a list, the default first.</summary>
    public static ImmutableArray<string> ListFormats { get; } = ["text", "json"];

    /// <summary>The formats of a register, the default first.</summary>
    public static ImmutableArray<string> ReportFormats { get; } = ["text", "json", "markdown", "csv"];

    /// <summary>Writes waivers in some formats.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="formats">The formats there are.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static ExitCode List(WaiversRequest request, ImmutableArray<string> formats, Surroundings surroundings)
    {
        var targets = OutputTarget.ParseAll(request.Outputs, formats);
        var library = RuleFiles.Load(request.Rules, request.Limits, surroundings);
        var list = WaiverList.Of(WaiverFiles.Load(request.Files, library, request.Limits, surroundings), request.AsOf);
        foreach (var target in targets)
        {
            target.Write(surroundings, stream => Write(list, target, formats == ReportFormats, surroundings, stream));
        }

        return ExitCode.Holds;
    }

    /// <summary>Checks waivers, alone or with the manifests that they excuse.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    public static ExitCode Check(WaiversRequest request, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var library = RuleFiles.Load(request.Rules, request.Limits, surroundings);
        var register = WaiverFiles.Load(request.Files, library, request.Limits, surroundings);
        var (diagnostics, isValid) = request.Manifests.Count == 0
            ? (register.Told(request.AsOf), true)
            : Applied(request, register, library, surroundings, engine);
        surroundings.Write(diagnostics);
        var doubtful = diagnostics.Count(diagnostic => diagnostic.Level != DiagnosticLevel.Note);
        surroundings.Error.WriteLine($"{Amount.Of(register.Entries.Length, "waiver")}, {Amount.Of(doubtful, "warning")}");
        return ExitCodes.Worst([isValid ? ExitCode.Holds : ExitCode.InvalidInput, doubtful == 0 ? ExitCode.Holds : ExitCode.DoesNotHold]);
    }

    private static (ImmutableArray<Diagnostic> Told, bool IsValid) Applied(WaiversRequest request, WaiverRegister register, RuleLibrary library, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var evaluator = engine.Value.GetAwaiter().GetResult();
        var assessor = new Assessor(library, evaluator);
        var options = new AssessmentOptions(IncludeProposals: true);
        var files = ManifestFiles.Find(request.Manifests, surroundings).Select(file => ManifestReader.Read(file.Shown, Files.Read(file, request.Limits, surroundings), library.Vocabulary, request.Limits)).ToList();
        surroundings.Write(files.SelectMany(file => file.Diagnostics));
        var manifests = files.SelectMany(file => file.Manifests).ToList();
        var waived = new Waiving(register, library, options, evaluator).Apply([.. manifests.Select(manifest => assessor.Assess(manifest, request.AsOf, options))], areAll: true);
        return (waived.Diagnostics, !files.Exists(file => file.HasErrors));
    }

    private static void Write(WaiverList list, OutputTarget target, bool isRegister, Surroundings surroundings, Stream stream)
    {
        switch (target.Format)
        {
            case "json":
                WaiverListJson.Write(list, stream);
                break;
            case "markdown":
                WaiverListPage.Write(list, stream);
                break;
            case "csv":
                WaiverListTable.Write(list, stream);
                break;
            default:
                var page = target.NewPage(surroundings);
                WaiverPage.Write(page, list, isRegister);
                page.WriteTo(stream);
                break;
        }
    }
}
