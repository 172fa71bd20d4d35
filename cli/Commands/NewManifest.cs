using PolicyCheck.Assessments;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Input;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.Projects;
using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Commands;

/// <summary>Holds the interview that begins with nothing but a place, a sector and a purpose.</summary>
internal static class NewManifest
{
    /// <summary>Asks for what settles the verdict of a manifest just written, by the built-in rules and the project's own, today.</summary>
    /// <param name="path">The manifest.</param>
    /// <param name="interactive">Whether to ask also where there is no terminal.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules.</param>
    public static ExitCode Ask(string path, bool interactive, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        if (!interactive && surroundings.Prompts is null)
        {
            throw new CommandException(ExitCode.Usage, $"`{path}` is written, and this isn't a terminal to ask on: add `--interactive`, or see the questions with `policycheck ask {path}`");
        }

        var project = ProjectFile.Find(null, none: false, surroundings)?.Project ?? Project.Empty;
        var request = new CheckRequest([path], new([], null, false), [], project, surroundings.Today, [], Explain.Fails, [], null, AssessmentOptions.Default, null, null, null, false, false, null, ReadingLimits.Default);
        var library = ProjectLibrary.Load(request, surroundings);
        var bytes = Files.Read(Files.Name(path, surroundings), surroundings);
        var rules = new InterviewRules(library, new(library, engine.Value.GetAwaiter().GetResult()), request.AsOf, request.Options);
        return new Interview(rules, surroundings).Run(ManifestReader.Read(path, bytes, library.Vocabulary).Manifests[0], null, new(path, bytes, new(Here: true, To: null)));
    }
}
