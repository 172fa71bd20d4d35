using System.Collections.Immutable;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reference;

/// <summary>Writes the reference of rule sets: an index, a page for each rule set, and one for the facts.</summary>
public static class ReferenceBook
{
    private const string Marker = "<!-- Made by `policycheck docs` from the rule sets: edit those, not this page. -->";

    /// <summary>The pages, which depend on the library alone and on no day.</summary>
    /// <param name="library">A library without errors.</param>
    /// <param name="documented">The rule sets to write about, out of the library's.</param>
    /// <param name="format">The format.</param>
    public static ImmutableArray<ReferenceFile> Write(RuleLibrary library, IEnumerable<RuleSet> documented, ReferenceFormat format)
    {
        ArgumentNullException.ThrowIfNull(library);
        ImmutableArray<RuleSet> sets = [.. documented.OrderBy(set => set.Id, StringComparer.Ordinal)];
        var facts = new FactLinks(library.Vocabulary);
        ImmutableArray<ReferenceFile> pages =
        [
            new("README.md", new IndexPage(library, sets).Write()),
            new("facts.md", new FactsPage(library.Vocabulary, sets, facts).Write()),
            .. sets.Select(set => new ReferenceFile($"rule-sets/{set.Id}.md", new RuleSetPage(library, sets, set, facts).Write())),
        ];
        return format == ReferenceFormat.Html ? [.. pages.Select(Html)] : [.. pages.Select(page => page with { Text = $"{Marker}\n\n{page.Text}" })];
    }

    /// <summary>Whether a text was written here, and so may be removed when its rule set is gone.</summary>
    /// <param name="text">The text of a file.</param>
    public static bool IsGenerated(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n').Take(2).Any(line => line.TrimEnd('\r') == Marker);
    }

    private static ReferenceFile Html(ReferenceFile page) => new(HtmlPage.PathOf(page.Path), HtmlPage.Write(page.Text, Marker));
}
