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
    /// <summary>The rules named on the command line; else the project's own beside the built-in ones it chooses, with its parameters and severities.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">A file is missing or has errors, or the project names what isn't there.</exception>
    public static RuleLibrary Load(CheckRequest request, Surroundings surroundings)
    {
        ImmutableArray<PolicyFile> own = request.Rules.Paths.Count > 0 ? [] : [.. request.OwnRules.SelectMany(folder => RuleFiles.At(folder, request.Rules, surroundings)).DistinctBy(file => file.Path)];
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
}
