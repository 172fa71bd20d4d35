using PolicyCheck.Assessments;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Evaluation;
using PolicyCheck.Explanation;
using PolicyCheck.Manifests;
using PolicyCheck.Questions;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Takes filled questionnaires back.</summary>
internal static class Answer
{
    /// <summary>Reads the answers, says what comes of them and writes them where that was asked for.</summary>
    /// <param name="file">The questionnaire.</param>
    /// <param name="named">The manifest; null for the one it names.</param>
    /// <param name="written">Where the manifest with the answers goes.</param>
    /// <param name="request">The rules and the day, as for a check.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    public static ExitCode Run(string file, string? named, WrittenAnswers written, CheckRequest request, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        if (written is { Here: true, To: not null })
        {
            throw new CommandException(ExitCode.Usage, "`--write` and `--to` are two places: give one of both");
        }

        var questionnaire = file == "-" ? FilePath.StandardInput : Files.Name(file, surroundings);
        var filled = FilledQuestionnaire.Read(questionnaire.Shown, Files.Read(questionnaire, request.Limits, surroundings), request.Limits);
        surroundings.Write(filled.Diagnostics);
        if (filled.Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error))
        {
            return ExitCode.InvalidInput;
        }

        var asked = filled.Manifests;
        var path = named ?? asked switch
        {
            [var only] => only,
            [] => throw new CommandException(ExitCode.Usage, $"`{questionnaire.Shown}` names no manifest: name it with `--manifest`"),
            _ => throw new CommandException(ExitCode.Usage, $"`{questionnaire.Shown}` asks about {asked.Length} manifests: name one with `--manifest`"),
        };
        var target = Files.Name(path, surroundings);
        var library = ProjectLibrary.Load(request, surroundings);
        var bytes = Files.Read(target, surroundings);
        var read = ManifestReader.Read(target.Shown, bytes, library.Vocabulary, request.Limits);
        surroundings.Write(read.Diagnostics);
        if (read is not { HasErrors: false, Manifests: [var manifest] })
        {
            throw new CommandException(ExitCode.InvalidInput, read.HasErrors ? "a manifest with errors takes no answers" : $"`{target.Shown}` holds {read.Manifests.Length} manifests, and answers are about one: give each a file of its own");
        }

        var (answers, problems) = filled.AnswersFor(manifest, asked.Length > 1 ? target.Shown : null, library.Vocabulary);
        surroundings.Write(problems);
        if (!problems.IsEmpty)
        {
            return ExitCode.InvalidInput;
        }

        var assessor = new Assessor(library, engine.Value.GetAwaiter().GetResult());
        var assessment = assessor.Assess(GivenAnswer.AddTo(manifest, answers), request.AsOf, request.Options);
        var prospect = new Prospects(library.Vocabulary, request.Options).Of(assessment);
        var page = new TextPage(surroundings.Colours, surroundings.Width);
        page.Line(0, TextPage.Styled($"{Amount.Of(answers.Length, "answer")} for {target.Shown}"));
        AskPage.Write(page, new(request.AsOf, [(assessment, prospect)]), null);
        page.Line(0, TextPage.Styled(answers.IsEmpty ? "nothing to write"
            : written is { Here: false, To: null } ? "nothing was written: add --write, or --to FILE"
            : InterviewAnswers.Write(manifest, answers, new(target.Shown, bytes, written), library.Vocabulary, surroundings)));
        page.WriteTo(surroundings.Output);
        return prospect.IsSettled ? ExitCode.Holds : ExitCode.Indeterminate;
    }
}
