using System.Text.RegularExpressions;
using PolicyCheck.Linting;

namespace PolicyCheck.Tests.Linting;

public sealed partial class Pages_of_findings
{
    public static TheoryData<string> Ids => [.. LintRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_page_says_to_avoid_is_found_and_nothing_else(string id)
    {
        var (file, text) = Block(id, "Avoid");
        Assert.Equal([Rule(id).Code], LintExample.Codes(text, file));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void In_what_a_page_prefers_nothing_is_found(string id)
    {
        var (file, text) = Block(id, "Prefer");
        Assert.Empty(LintExample.Codes(text, file));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_page_has_the_same_headings(string id) => Assert.Equal(
        [$"# {Rule(id).Code} {id}", "## Avoid", "## Prefer", "## Why"],
        OutsideOfBlocks(Rule(id).Page).Where(line => line.StartsWith('#')));

    [Fact]
    public void Every_finding_has_a_code_and_a_page_of_its_own()
    {
        Assert.Equal(LintRules.All.Select((_, i) => $"PC{801 + i}"), LintRules.All.Select(rule => rule.Code));
        var pages = Directory.EnumerateFiles(Golden.PathOf("engine/Linting/Pages")).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
        Assert.Equal(LintRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), pages);
    }

    [Fact]
    public void No_line_of_a_page_is_wider_than_a_terminal() =>
        Assert.DoesNotContain(LintRules.All.SelectMany(rule => OutsideOfBlocks(rule.Page)), line => line.Length >= 110);

    private static LintRule Rule(string id) => LintRules.Find(id)!;

    private static (string File, string Text) Block(string id, string heading)
    {
        var found = Fence().Match(Rule(id).Page.Split($"## {heading}\n")[1]);
        var file = found.Groups["file"].Value.Trim();
        return (file.Length > 0 ? file : "shop-rules.rules.yaml", found.Groups["text"].Value);
    }

    private static string[] OutsideOfBlocks(string page) => Fence().Replace(page, "").Split('\n');

    [GeneratedRegex("```yaml(?<file>[^\n]*)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
