using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.Questions;

namespace PolicyCheck.Cli.Commands;

/// <summary>Asks for the facts that settle a verdict.</summary>
internal static class Ask
{
    private const string Text = "text";

    /// <summary>The formats of questions, the default first.</summary>
    public static ImmutableArray<string> Formats { get; } = [Text, "json", "markdown", "csv", "html"];

    /// <summary>Writes the questions, or holds the interview.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    public static ExitCode Run(AskRequest request, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        if (request.Written is { Here: true, To: not null })
        {
            throw new CommandException(ExitCode.Usage, "`--write` and `--to` are two places: give one of both");
        }

        var interviews = request.Interactive || (surroundings.Prompts is not null && request.Outputs.Count == 0 && request.For is null);
        var files = ManifestFiles.Find(request.Check.Manifests, surroundings);
        if (interviews && (files.Length != 1 || request.Outputs.Count > 0))
        {
            throw new CommandException(ExitCode.Usage, request.Outputs.Count > 0 ? "an interview has no other output: leave `-o` or `--interactive` out" : "an interview is about one manifest: name one file, or write the questions with `-o text`");
        }

        if (!interviews && (request.Written.Here || request.Written.To is not null))
        {
            throw new CommandException(ExitCode.Usage, "`--write` and `--to` need answers: ask on a terminal or with `--interactive`, or take a filled questionnaire back with `policycheck answer`");
        }

        var targets = OutputTarget.ParseAll(request.Outputs.Count == 0 ? [Text] : request.Outputs, Formats);
        var library = ProjectLibrary.Load(request.Check, surroundings);
        var assessor = new Assessor(library, engine.Value.GetAwaiter().GetResult());
        if (interviews)
        {
            return Interview(request, files[0], new(library, assessor, request.Check.AsOf, request.Check.Options), surroundings);
        }

        var read = files.Select(file => ManifestReader.Read(file.Shown, Files.Read(file, request.Check.Limits, surroundings), library.Vocabulary, request.Check.Limits)).ToList();
        surroundings.Write(read.SelectMany(file => file.Diagnostics));
        var prospects = new Prospects(library.Vocabulary, request.Check.Options);
        var report = new QuestionsReport(request.Check.AsOf, [.. read.SelectMany(file => file.Manifests).Select(manifest => assessor.Assess(manifest, request.Check.AsOf, request.Check.Options)).Select(assessment => (assessment, prospects.Of(assessment)))]);
        foreach (var target in targets)
        {
            target.Write(surroundings, stream => Write(report, request.For, target, surroundings, stream));
        }

        // An empty questionnaire isn't an answer to everything.
        var known = report.Manifests.SelectMany(one => one.Prospect.Questions).Select(question => question.Open.Fact.AskWho).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (request.For is { } audience && known.Count > 0 && !known.Contains(audience))
        {
            surroundings.Error.WriteLine($"policycheck: no open question is one for `{audience}`: ask with `--for {string.Join("` or `--for ", known)}`");
        }

        return ExitCodes.Worst(
        [
            read.Exists(file => file.HasErrors) ? ExitCode.InvalidInput : ExitCode.Holds,
            report.Manifests.All(one => one.Prospect.IsSettled) ? ExitCode.Holds : ExitCode.Indeterminate,
        ]);
    }

    private static ExitCode Interview(AskRequest request, FilePath file, InterviewRules rules, Surroundings surroundings)
    {
        if (file.IsStandardInput)
        {
            throw new CommandException(ExitCode.Usage, "an interview reads answers from standard input: name the manifest's file");
        }

        var bytes = Files.Read(file, surroundings);
        var read = ManifestReader.Read(file.Shown, bytes, rules.Library.Vocabulary, request.Check.Limits);
        surroundings.Write(read.Diagnostics);
        return read is { HasErrors: false, Manifests: [var manifest] }
            ? new Interview(rules, surroundings).Run(manifest, request.For, new(file.Shown, bytes, request.Written))
            : throw new CommandException(ExitCode.InvalidInput, read.HasErrors ? "nothing is asked of a manifest with errors" : $"`{file.Shown}` holds {read.Manifests.Length} manifests, and an interview is about one: give each a file of its own");
    }

    private static void Write(QuestionsReport report, string? audience, OutputTarget target, Surroundings surroundings, Stream stream)
    {
        var chosen = report with { Manifests = [.. report.Manifests.Select(one => (one.Assessment, one.Prospect with { Questions = [.. one.Prospect.Questions.Where(question => audience is null || question.Open.Fact.AskWho == audience)] }))] };
        switch (target.Format)
        {
            case "json":
                QuestionsJson.Write(chosen, stream);
                break;
            case "csv":
                QuestionnaireTable.Write(chosen, stream);
                break;
            case "markdown":
                QuestionnairePage.WriteMarkdown(chosen, audience, stream);
                break;
            case "html":
                QuestionnairePage.WriteHtml(chosen, audience, stream);
                break;
            default:
                var page = target.NewPage(surroundings);
                AskPage.Write(page, report, audience);
                page.WriteTo(stream);
                break;
        }
    }
}
