using System.Collections.Immutable;
using PolicyCheck.Loading;
using PolicyCheck.Reference;

namespace PolicyCheck.Tests.Reference;

/// <summary>References of small rule sets and of the built-in ones.</summary>
internal static class Book
{
    public static ImmutableArray<ReferenceFile> BuiltIn(ReferenceFormat format)
    {
        var library = RuleLibraryLoader.Load(BuiltInRules.Files);
        return ReferenceBook.Write(library, library.RuleSets, format);
    }

    public static ImmutableArray<ReferenceFile> Of(ReferenceFormat format, params string[] ruleSets)
    {
        var library = Example.Load(ruleSets);
        Assert.Empty(library.Diagnostics.Where(one => one.Level == Text.DiagnosticLevel.Error).Select(one => one.Message));
        return ReferenceBook.Write(library, library.RuleSets, format);
    }

    /// <summary>The page of a rule set with one rule, as Markdown.</summary>
    public static string PageWith(string rule, string other = "") => Page(ReferenceFormat.Markdown, Example.RuleSet(Example.Rule("r", rule), other: other));

    public static string Page(ReferenceFormat format, string ruleSet) => Of(format, ruleSet).Single(page => page.Path.Contains("rule-sets/", StringComparison.Ordinal)).Text;
}
