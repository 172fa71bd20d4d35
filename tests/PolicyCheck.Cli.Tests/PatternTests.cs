using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests;

/// <summary>
/// Holds the patterns of the author's guide to the rules they are taken from; that each block is what its file says is checked with
/// the rest of the guide.
/// </summary>
public sealed partial class PatternTests
{
    [Fact]
    public async Task Each_of_the_ten_kinds_of_provision_has_a_rule_to_copy()
    {
        string[] kinds = ["Ban", "Moratorium", "Gate with warrant", "Consent and notice", "Retention", "Accuracy floor", "Human review", "Registration", "Sole basis", "Signage"];
        var sections = (await Patterns()).Split("\n### ").Skip(1).ToDictionary(section => section.Split('\n')[0], StringComparer.Ordinal);

        Assert.Equal(kinds, sections.Keys.Take(kinds.Length));
        Assert.All(kinds, kind => Assert.NotEmpty(Rules(sections[kind])));
        Assert.All(kinds, kind => Assert.All(Rules(sections[kind]), rule => Assert.Contains($"`{rule}`", sections[kind], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_rule_that_the_patterns_name_exists()
    {
        var names = await Shipped.Names();

        Assert.All(Named().Matches(await Patterns()).Select(name => name.Groups["name"].Value), name => Assert.Contains(name, names));
    }

    // The rules that a section quotes, as rule-set/rule.
    private static IEnumerable<string> Rules(string section) =>
        Quoted().Matches(section).Select(block => $"{block.Groups["set"].Value}/{block.Groups["rule"].Value}");

    private static async Task<string> Patterns()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "rules", "README.md"), TestContext.Current.CancellationToken);
        var start = guide.IndexOf("\n## Patterns\n", StringComparison.Ordinal);
        return guide[start..guide.IndexOf("\n## The words\n", StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^<!-- from: \S+/(?<set>[a-z0-9-]+)\.rules\.yaml -->\n```yaml\n- id: (?<rule>\S+)\n", RegexOptions.Multiline)]
    private static partial Regex Quoted();

    // A rule, or a rule set whose name begins with its place; words of the language have no digit or second hyphen.
    [GeneratedRegex(@"`(?<name>[a-z0-9-]+/[a-z0-9-]+|[a-z]{2}-[a-z0-9]+-[a-z0-9-]+)`")]
    private static partial Regex Named();
}
