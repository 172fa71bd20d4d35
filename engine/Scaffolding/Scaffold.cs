using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Scaffolding;

/// <summary>Writes files for authors to begin with: commented, valid at once, and marked TODO where something is theirs to say.</summary>
public static class Scaffold
{
    /// <summary>A rule set with one rule, which is a template and counts as unsettled.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="schema">The path of its schema from its folder.</param>
    /// <param name="answers">What the author said, by the names of <see cref="ScaffoldQuestions.Rules"/>.</param>
    /// <param name="today">The day on which the source was read.</param>
    public static string RuleSet(string id, string schema, IReadOnlyDictionary<string, string> answers, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var read = answers["read"];
        return Template.Fill(
            "rules",
            ("schema", schema),
            ("id", id),
            ("title", YamlText.Of(answers["title"])),
            ("authority", YamlText.Of(answers["authority"])),
            ("standing", answers["standing"]),
            ("jurisdictions", YamlText.List(Listed(answers["jurisdiction"]))),
            ("sourceTitle", YamlText.Of(answers["source-title"])),
            ("sourceUrl", answers.TryGetValue("source-url", out var url) ? $"    url: {YamlText.Of(url)}\n" : ""),
            ("sourceDate", answers.TryGetValue("source-date", out var date) ? $"    date: {date}\n" : ""),
            ("read", read),
            ("sourceChecked", read == Words.Of(ReadFrom.Recollection) ? "" : $"    checked: {IsoDate.Format(today)}\n"),
            ("confidence", answers.GetValueOrDefault("confidence", Words.Of(Confidence.Low))),
            ("from", answers["from"]));
    }

    /// <summary>A manifest with one use.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="schema">The path of its schema from its folder.</param>
    /// <param name="answers">What the author said, by the names of <see cref="ScaffoldQuestions.Manifest"/>.</param>
    public static string Manifest(string id, string schema, IReadOnlyDictionary<string, string> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        string[] system =
        [
            .. answers.TryGetValue("vendor", out var vendor) ? [$"  vendor: {YamlText.Of(vendor)}\n"] : Array.Empty<string>(),
            .. answers.TryGetValue("function", out var function) ? [$"  function: [{YamlText.List(Listed(function))}]\n"] : Array.Empty<string>(),
        ];
        return Template.Fill(
            "manifest",
            ("schema", schema),
            ("id", id),
            ("title", YamlText.Of(answers["title"])),
            ("sector", YamlText.Of(answers["sector"])),
            ("places", YamlText.List(Listed(answers["place"]))),
            ("system", system.Length == 0 ? "" : $"\n# What runs.\nsystem:\n{string.Concat(system)}"),
            ("purpose", answers.TryGetValue("purpose", out var purpose)
                ? $"    purpose: [{YamlText.List(Listed(purpose))}]"
                : "    # purpose: [...]   (see `policycheck explain use.purpose`)"));
    }

    /// <summary>The items of a list written with commas.</summary>
    /// <param name="text">The list.</param>
    internal static ImmutableArray<string> Listed(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
