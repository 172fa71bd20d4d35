using System.Collections.Immutable;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Cli.Input;
using PolicyCheck.Loading;
using PolicyCheck.Projects;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Configuration;

/// <summary>Loads the rules that a run goes by.</summary>
internal static class ProjectLibrary
{
    /// <summary>The files that <see cref="Load"/> loads, and the paths of those that are the project's own.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static (ImmutableArray<PolicyFile> Files, ImmutableArray<string> Own) Files(CheckRequest request, Surroundings surroundings)
    {
        var own = Own(request, surroundings);
        return own.IsEmpty
            ? (request.Rules.Paths.Count == 0 ? BuiltInRules.Files : RuleFiles.Collect(request.Rules, surroundings), [])
            : (RuleLibraryLoader.WithBuiltIn(own), [.. own.Select(file => file.Path)]);
    }

    /// <summary>The rules named on the command line; else the project's own beside the built-in ones it chooses, with its parameters and severities.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">A file is missing or has errors, or the project names what isn't there.</exception>
    public static RuleLibrary Load(CheckRequest request, Surroundings surroundings)
    {
        var own = Own(request, surroundings);
        var library = own.IsEmpty
            ? RuleFiles.Load(request.Rules, request.Limits, surroundings)
            : RuleFiles.Checked(RuleLibraryLoader.LoadAuthored(own, request.Limits), surroundings);
        if (request.Project == Project.Empty)
        {
            return library;
        }

        var paths = own.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var (chosen, diagnostics) = ProjectRules.Apply(request.Project, library, set => paths.Contains(set.Location.Path));
        surroundings.Write(diagnostics);
        return diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error)
            ? throw new CommandException(ExitCode.Usage, "the configuration has errors, so nothing was checked")
            : chosen;
    }

    private static ImmutableArray<PolicyFile> Own(CheckRequest request, Surroundings surroundings) => request.Rules.Paths.Count > 0
        ? []
        : [.. request.OwnRules.SelectMany(folder => RuleFiles.At(folder, request.Rules, surroundings)).DistinctBy(file => file.Path)];
}
