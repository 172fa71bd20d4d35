namespace PolicyCheck.Cli.Tests;

public sealed class FmtTests
{
    private const string Untidy = "ruleSet:   a\ntitle: 'An act'   # its name\n";
    private const string Tidy = "ruleSet: a\ntitle: An act  # its name\n";

    [Fact]
    public async Task What_we_ship_is_formatted()
    {
        var run = await Run.Of("fmt", "rules");
        Assert.Equal((ExitCode.Holds, "", ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task Files_that_are_not_formatted_are_named_and_stay_as_they_are()
    {
        using var folder = new Folder().Write("a.rules.yaml", Untidy).Write("sub/b_test.yaml", "tests: a\n").Write("sub/c.manifest.yaml", "manifest: {}\n\n\n");
        var run = await Run.In(folder.Path, "fmt");
        Assert.Equal((ExitCode.DoesNotHold, "a.rules.yaml\nsub/c.manifest.yaml\n"), (run.Code, run.Output));
        Assert.Contains("2 files of 3 not formatted: run `policycheck fmt --write", run.Error, StringComparison.Ordinal);
        Assert.Equal(Untidy, folder.Read("a.rules.yaml"));
    }

    [Fact]
    public async Task Files_are_rewritten_where_asked_and_then_are_formatted()
    {
        using var folder = new Folder().Write("a.rules.yaml", Untidy);
        var write = await Run.In(folder.Path, "fmt", "--write", "a.rules.yaml");
        Assert.Equal((ExitCode.Holds, "a.rules.yaml\n", Tidy), (write.Code, write.Output, folder.Read("a.rules.yaml")));
        var check = await Run.In(folder.Path, "fmt", "--check", "a.rules.yaml");
        Assert.Equal((ExitCode.Holds, "", ""), (check.Code, check.Output, check.Error));
        Assert.Equal(["a.rules.yaml"], folder.Names);
    }

    [Fact]
    public async Task A_difference_is_shown_as_a_patch()
    {
        using var folder = new Folder().Write("a.rules.yaml", Untidy);
        var run = await Run.In(folder.Path, "fmt", "--diff", ".");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Equal("--- a/a.rules.yaml\n+++ b/a.rules.yaml\n@@ -1,2 +1,2 @@\n-ruleSet:   a\n-title: 'An act'   # its name\n+ruleSet: a\n+title: An act  # its name\n", run.Output);
    }

    [Fact]
    public async Task A_difference_in_blanks_alone_is_shown_too()
    {
        var run = await Run.With("a:\n- b\n- c:  1\n", "fmt", "-", "--diff", "--stdin-filename", "x.yaml");
        Assert.Equal("--- a/x.yaml\n+++ b/x.yaml\n@@ -1,3 +1,3 @@\n a:\n-- b\n-- c:  1\n+  - b\n+  - c: 1\n", run.Output);
    }

    [Fact]
    public async Task Standard_input_is_printed_formatted()
    {
        var run = await Run.With(Untidy, "fmt", "-");
        Assert.Equal((ExitCode.Holds, Tidy, ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task Standard_input_can_have_a_name_in_messages()
    {
        var run = await Run.With("a: [1\nb: 2\n", "fmt", "-", "--stdin-filename", "mine.rules.yaml");
        Assert.Equal((ExitCode.InvalidInput, ""), (run.Code, run.Output));
        Assert.StartsWith("mine.rules.yaml:1:4: error PC12", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_YAML_is_told_and_the_others_are_still_rewritten()
    {
        using var folder = new Folder().Write("a.rules.yaml", "a: [\n").Write("b.rules.yaml", Untidy);
        var run = await Run.In(folder.Path, "fmt", "--write", ".");
        Assert.Equal((ExitCode.InvalidInput, "b.rules.yaml\n", Tidy, "a: [\n"), (run.Code, run.Output, folder.Read("b.rules.yaml"), folder.Read("a.rules.yaml")));
    }

    [Fact]
    public async Task A_link_and_permissions_survive_a_rewrite()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new Folder().Write("real.rules.yaml", Untidy);
        var real = Path.Combine(folder.Path, "real.rules.yaml");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.rules.yaml"), "real.rules.yaml");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await Run.In(folder.Path, "fmt", "--write", "link.rules.yaml");
        Assert.Equal(Tidy, folder.Read("real.rules.yaml"));
        Assert.NotNull(new FileInfo(Path.Combine(folder.Path, "link.rules.yaml")).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(real));
    }

    [Theory]
    [InlineData("-", "rules")]
    [InlineData("-", "--write")]
    [InlineData("rules", "--check", "--write")]
    [InlineData("rules", "--stdin-filename", "a.yaml")]
    [InlineData("README.md")]
    [InlineData("nowhere")]
    public async Task Options_that_contradict_each_other_are_refused(params string[] args)
    {
        var run = await Run.Of(["fmt", .. args]);
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
    }
}
