using System.Text;
using System.Text.RegularExpressions;
using PolicyCheck.Decisions;
using PolicyCheck.Loading;
using PolicyCheck.Mutation;

namespace PolicyCheck.Tests.Mutation;

public sealed partial class Digests_of_what_we_ship
{
    private static readonly RuleSets.RuleLibrary Library = RuleLibraryLoader.Load(BuiltInRules.Files);

    [Fact]
    public void Layout_and_comments_leave_them_alone()
    {
        var stripped = RuleLibraryLoader.Load(BuiltInRules.Files.Select(file => file.IsRuleSet
            ? new PolicyFile(file.Path, Encoding.UTF8.GetBytes(WholeLineComment().Replace(Encoding.UTF8.GetString(file.Content.Span), "").Replace("\n", "\r\n", StringComparison.Ordinal)))
            : file));
        Assert.Equal(Library.RuleSets.Select(RuleDigest.Of), stripped.RuleSets.Select(RuleDigest.Of));
    }

    [Fact]
    public void Every_mutant_has_another() => Assert.All(
        Library.RuleSets.SelectMany(set => Mutator.Of(set)),
        mutant => Assert.NotEqual(RuleDigest.Of(mutant.Original), RuleDigest.Of(mutant.Changed)));

    [GeneratedRegex("^ *#.*\n", RegexOptions.Multiline)]
    private static partial Regex WholeLineComment();
}
