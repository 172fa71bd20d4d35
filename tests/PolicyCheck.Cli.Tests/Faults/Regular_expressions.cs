using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests.Faults;

/// <summary>No expression of the program takes more than time in the length of a text, whoever wrote the text.</summary>
public sealed partial class Regular_expressions(ITestOutputHelper output)
{
    private const int Length = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // What the expressions look for, and what they look for in vain.
    private static readonly string[] Letters = ["a", "1", " ", ",", ".", "-", "{", "{{", "\\", "*", "\n", "- fact:", "TODO", "%"];

    [Fact]
    public void Are_linear_in_the_text()
    {
        var expressions = Sources().SelectMany(source => Generated().Matches(File.ReadAllText(source)).Select(match => (Source: source, Expression: Of(match)))).ToList();
        Assert.InRange(expressions.Count, 5, 100);
        Assert.All(expressions, one => Assert.True(IsLinear(one.Expression), $"`{one.Expression}` in {one.Source} takes too long"));
        output.WriteLine($"{expressions.Count} expressions, {Attacks().Count()} texts each");
    }

    [Theory]
    [InlineData("(a+)+b")]
    [InlineData("[0-9][0-9.,]*(?![0-9.,-])")]
    public void Which_the_test_would_see(string pattern) => Assert.False(IsLinear(new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));

    [Fact]
    public void That_others_write_run_without_backtracking()
    {
        var made = Sources().SelectMany(source => File.ReadLines(source).Where(line => line.Contains("new Regex(", StringComparison.Ordinal) || line.Contains("Regex.Is", StringComparison.Ordinal) || line.Contains("Regex.Match", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(made);
        Assert.All(made, line => Assert.Contains("RegexOptions.NonBacktracking", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("(a+)+b")]
    [InlineData("(a|aa)+b")]
    [InlineData("(a*)*(a*)*b")]
    [InlineData("(.*a){20}b")]
    public async Task Of_a_rule_are_linear_in_what_a_manifest_says(string pattern)
    {
        using var folder = new Folder()
            .Write("rules/vendors.rules.yaml", Texts.ShopRules.Replace("{deployer.sector: retail, system.function: identification}", $"{{system.vendor: {{matches: '{pattern}'}}}}", StringComparison.Ordinal))
            .Write("long.manifest.yaml", $"manifest: long\ntitle: Long\nsystem: {{vendor: {new string('a', Length)}}}\nuses: [{{id: only}}]\n");

        var run = await Run.In(folder.Path, "check", "long.manifest.yaml", "--rules", "rules", "--explain", "off", "--timeout", "60");
        Assert.True(run.Code == ExitCode.Holds, run.Error);
    }

    [Theory]
    [InlineData("((a{100}){100}){100}")]
    [InlineData("(?=a)b")]
    [InlineData("(a)\\\\1")]
    public async Task Of_a_rule_that_would_take_long_are_refused(string pattern)
    {
        using var folder = Texts.ShopFolder()
            .Write("rules/shops.rules.yaml", Texts.ShopRules.Replace("{deployer.sector: retail, system.function: identification}", $"{{system.vendor: {{matches: \"{pattern}\"}}}}", StringComparison.Ordinal));

        var run = await Run.In(folder.Path, "check", "searching.manifest.yaml", "--rules", "rules");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("it needs backtracking (a look-around, a back-reference or the like) or repeats too often", run.Error, StringComparison.Ordinal);
    }

    private static bool IsLinear(Regex expression)
    {
        try
        {
            return Attacks().All(text => expression.Count(text) >= 0);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Attacks() =>
        from first in Letters
        from second in Letters
        from end in new[] { "-", "!" }
        select string.Concat(Enumerable.Repeat(first + second, Length / (first.Length + second.Length))) + end;

    private static IEnumerable<string> Sources() => new[] { "engine", "cli" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static Regex Of(Match match)
    {
        var options = match.Groups["option"].Captures.Aggregate(RegexOptions.None, (all, one) => all | Enum.Parse<RegexOptions>(one.Value));
        return new(match.Groups["pattern"].Value.Replace("\"\"", "\"", StringComparison.Ordinal), options, Patience);
    }

    [GeneratedRegex("\\[GeneratedRegex\\(@?\"(?<pattern>(?:[^\"]|\"\")*)\"(?:, )?(?:RegexOptions\\.(?<option>[A-Za-z]+)(?: \\| )?)*\\)\\]")]
    private static partial Regex Generated();
}
