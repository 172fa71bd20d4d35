using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests.Gate;

public sealed partial class ManualPageTests
{
    [Fact]
    public async Task The_manual_page_names_every_verb_and_every_option_that_help_names()
    {
        var page = await Run.Of("docs", "man");
        Assert.Equal(ExitCode.Holds, page.Code);
        var plain = page.Output.Replace("\\-", "-", StringComparison.Ordinal);
        var verbs = Verbs((await Run.Of("--help")).Output);
        Assert.Contains("check", verbs);
        foreach (var verb in verbs)
        {
            var help = await Run.Of(verb, "--help");
            var section = plain.Split($".SS \"policycheck {verb}").ElementAtOrDefault(1);
            Assert.True(section is not null, $"the manual page has no section on {verb}");
            foreach (var option in Options().Matches(help.Output).Select(match => match.Value).Where(option => option != "--help").Distinct())
            {
                Assert.True(section.Split("\n.SS")[0].Contains(option, StringComparison.Ordinal), $"the manual page doesn't name {verb} {option}");
            }
        }

        foreach (var (code, meaning) in ExitCodes.ByPrecedence)
        {
            Assert.Contains($".B \"{(int)code}\"\n{meaning.Replace("'", "\\(aq", StringComparison.Ordinal)}", plain, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_manual_page_has_no_line_that_a_formatter_stumbles_over()
    {
        Assert.SkipUnless(Ran.IsThere("groff"), "groff isn't installed");
        using var folder = new Folder().Write("policycheck.1", (await Run.Of("docs", "man")).Output);
        var ran = await Ran.In(folder.Path, new Dictionary<string, string?>(), "groff", "-man", "-ww", "-Tutf8", "policycheck.1");
        Assert.Equal(0, ran.Code);
        Assert.Equal("", ran.Error);
        Assert.Contains("policycheck check entrance.manifest.yaml", Sequences().Replace(ran.Output, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manual_page_is_ascii_and_the_same_each_time()
    {
        var page = await Run.Of("docs", "man");
        Assert.DoesNotContain(page.Output, letter => letter is (< ' ' or > '~') and not '\n');
        Assert.Equal(page.Output, (await Run.Of("docs", "man")).Output);
    }

    private static List<string> Verbs(string help) =>
        [.. help.Split("Commands:")[1].Split('\n').Select(line => Verb().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^  ([a-z]+)\b")]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?<=^  (-[a-z], )*)--[a-z-]+", RegexOptions.Multiline)]
    private static partial Regex Options();

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Sequences();
}
