using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyCheck.Facts;

namespace PolicyCheck.Schemas;

/// <summary>
/// The paths of facts that rule sets declare of their own and the vocabulary doesn't have. They begin with the name of a rule set; a
/// name is taken for one where it has a hyphen, which no section of a vocabulary has, so that a misspelt section is still flagged.
/// </summary>
internal static class OwnFacts
{
    private const string RuleSetId = "[a-z0-9]+(-[a-z0-9]+)+";

    /// <summary>The pattern of the whole paths, as conditions name them.</summary>
    /// <param name="vocabulary">The facts that are known.</param>
    public static string ConditionPattern(Vocabulary vocabulary) => $@"^(use\.)?{Excluded(vocabulary)}{RuleSetId}(\.[A-Za-z0-9][A-Za-z0-9-]*)+$";

    /// <summary>Adds the keys at the top of a manifest or a use: the path with dots, or its first part with the rest below it.</summary>
    /// <param name="dotted">The patterns of other keys.</param>
    /// <param name="vocabulary">The facts that are known.</param>
    public static JsonObject AddTo(JsonObject dotted, Vocabulary vocabulary)
    {
        dotted.Add(
            $@"^(use\.)?{Excluded(vocabulary)}{RuleSetId}(\.[A-Za-z0-9][A-Za-z0-9-]*)*$",
            new JsonObject { ["description"] = "Facts that a rule set declares of its own; they begin with its name." });
        return dotted;
    }

    private static string Excluded(Vocabulary vocabulary)
    {
        var known = vocabulary.Facts.Select(fact => fact.Path.Split('.')[0]).Where(section => section.Contains('-', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        return known.Count == 0 ? "" : $@"(?!({string.Join('|', known.Select(Regex.Escape))})(\.|$))";
    }
}
