using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Cli.LanguageServer.Protocol;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Above each rule, what it says of the nearest example.</summary>
internal static class CodeLenses
{
    /// <summary>The lenses of a file.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="path">The file.</param>
    /// <param name="outcomes">What rules say of examples.</param>
    public static ImmutableArray<CodeLens> Of(Analysis analysis, string path, Outcomes outcomes) =>
        analysis.IsOutdated(path) || analysis.Library.RuleSets.FirstOrDefault(set => set.Location.Path == path) is not { } set
            ? []
            : [.. set.Rules.Select(rule => (rule.Location, Example: outcomes.Nearest(analysis, rule)))
                .Where(pair => pair.Example is not null)
                .Select(pair => new CodeLens(Stretch.Of(pair.Location), new(Title(pair.Example ?? throw new InvalidOperationException("filtered above")), "")))];

    private static string Title(Example example)
    {
        var use = example.Manifest.Uses.Length > 1 ? $" ({example.Use.Title})" : "";
        var relief = example.Finding is { Outcome: RuleOutcome.Pass, Requirement: not { Truth: Values.Truth.True } }
            ? example.Finding.Exceptions.FirstOrDefault(relief => relief.Truth == Values.Truth.True)
            : null;
        return $"{Words.Of(example.Finding.Outcome)}{(relief is null ? "" : $" by {relief.Relief.Name}")} for {example.Manifest.Id}{use} on {IsoDate.Format(example.Day)}";
    }
}
