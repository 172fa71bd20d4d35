using System.Collections.Immutable;
using System.IO.Enumeration;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Projects;

/// <summary>Makes of a library what a project wants of it.</summary>
public static class ProjectRules
{
    /// <summary>The library with the project's choice of rule sets, stricter parameters and severities.</summary>
    /// <param name="project">The project.</param>
    /// <param name="library">A library without errors.</param>
    /// <param name="isOwn">Whether a rule set is the project's own, and so not chosen from.</param>
    /// <returns>The library, and every problem with the project's names and values.</returns>
    public static (RuleLibrary Library, ImmutableArray<Diagnostic> Diagnostics) Apply(Project project, RuleLibrary library, Func<RuleSet, bool> isOwn)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(isOwn);
        var diagnostics = new DiagnosticBag();
        var chosen = Chosen(project, library, isOwn, diagnostics);
        var named = project.Parameters.ToLookup(parameter => parameter.RuleSet, StringComparer.Ordinal);
        foreach (var unknown in project.Parameters.Where(parameter => chosen.All(set => set.Id != parameter.RuleSet)))
        {
            ReportUnknown(unknown.RuleSet, unknown.Location, library, chosen, diagnostics);
        }

        ImmutableArray<RuleSet> sets = [.. chosen.Select(set => named.Contains(set.Id) ? Tightening.Apply(set, [.. named[set.Id]], library.Vocabulary, diagnostics) : set)];
        sets = Weighted(project, library, sets, diagnostics);
        return (library with { RuleSets = sets }, diagnostics.ToImmutable());
    }

    private static ImmutableArray<RuleSet> Chosen(Project project, RuleLibrary library, Func<RuleSet, bool> isOwn, DiagnosticBag diagnostics)
    {
        if (project.RuleSets?.Patterns is not { } patterns)
        {
            return library.RuleSets;
        }

        var builtIn = library.RuleSets.Where(set => !isOwn(set)).Select(set => set.Id).ToList();
        foreach (var pattern in patterns.Where(pattern => !builtIn.Exists(id => Matches(pattern.Value, id))))
        {
            diagnostics.Error(
                ProjectCodes.Unknown,
                pattern.Location,
                pattern.Value.AsSpan().IndexOfAny('*', '?') >= 0 ? $"no built-in rule set's id matches `{pattern.Value}`" : $"there is no built-in rule set `{pattern.Value}`",
                Spelling.DidYouMean(pattern.Value, builtIn, "see `policycheck list`; `*` stands for any letters"));
        }

        return [.. library.RuleSets.Where(set => isOwn(set) || patterns.Any(pattern => Matches(pattern.Value, set.Id)))];
    }

    private static bool Matches(string pattern, string id) => FileSystemName.MatchesSimpleExpression(pattern, id, ignoreCase: false);

    private static ImmutableArray<RuleSet> Weighted(Project project, RuleLibrary library, ImmutableArray<RuleSet> sets, DiagnosticBag diagnostics)
    {
        foreach (var weight in project.Severities)
        {
            if (!sets.Any(set => Names(weight, set) || set.Rules.Any(rule => rule.QualifiedId == weight.Rule)))
            {
                ReportUnknown(weight.Rule, weight.Location, library, sets, diagnostics);
            }
        }

        // What is said of a rule counts before what is said of its rule set.
        return [.. sets.Select(set => set with { Rules = [.. set.Rules.Select(rule => (project.Severities.FirstOrDefault(weight => weight.Rule == rule.QualifiedId) ?? project.Severities.FirstOrDefault(weight => Names(weight, set))) is { } found ? rule with { Severity = found.Severity } : rule)] })];
    }

    private static bool Names(SeverityOverride weight, RuleSet set) => weight.Rule == set.Id;

    private static void ReportUnknown(string name, Location location, RuleLibrary library, ImmutableArray<RuleSet> chosen, DiagnosticBag diagnostics)
    {
        var names = name.Contains('/', StringComparison.Ordinal) ? chosen.SelectMany(set => set.Rules).Select(rule => rule.QualifiedId) : chosen.Select(set => set.Id);
        var left = library.RuleSets.Any(set => set.Id == name || set.Rules.Any(rule => rule.QualifiedId == name));
        diagnostics.Error(
            ProjectCodes.Unknown,
            location,
            left ? $"`{name}` isn't among the rule sets that this project uses" : $"there is no rule set or rule `{name}`",
            left ? "add its rule set under `ruleSets`, or remove this" : Spelling.DidYouMean(name, names, "see `policycheck list`"));
    }
}
