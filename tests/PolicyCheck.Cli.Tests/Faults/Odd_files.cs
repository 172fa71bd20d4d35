namespace PolicyCheck.Cli.Tests.Faults;

/// <summary>What stands where a file is expected, and is none or never ends.</summary>
public sealed class Odd_files
{
    private const string Endless = "/dev/zero";

    [Theory]
    [InlineData("check /dev/zero", 3, "PC101")]
    [InlineData("check - < /dev/zero", 3, "PC101")]
    [InlineData("check - < <(yes)", 3, "PC101")]
    [InlineData("check searching.manifest.yaml --rules rules --max-bytes 100 -o json", 3, "PC101")]
    [InlineData("check searching.manifest.yaml --rules rules --waivers /dev/zero", 3, "PC101")]
    [InlineData("check searching.manifest.yaml --rules rules --baseline /dev/zero", 3, "PC101")]
    [InlineData("check searching.manifest.yaml --config /dev/zero", 3, "/dev/zero` is larger than")]
    [InlineData("check searching.manifest.yaml --rules endless", 3, "`endless/zero.rules.yaml` is larger than")]
    [InlineData("check searching.manifest.yaml --rules /dev/zero --allow-unsigned", 6, "is larger than")]
    [InlineData("check /proc/cpuinfo", 3, "PC")]
    [InlineData("check /proc/self/mem", 2, "can't be read")]
    [InlineData("check /dev/null", 3, "holds no manifest")]
    [InlineData("check folder.manifest.yaml", 2, "holds no manifest")]
    [InlineData("check loop.manifest.yaml", 2, "")]
    public async Task End_in_a_sentence(string line, int code, string sentence)
    {
        Assert.SkipUnless(File.Exists(Endless), "there are no devices");
        using var folder = Texts.ShopFolder();
        await Program.Shell(folder.Path, "mkdir folder.manifest.yaml endless; ln -s loop.manifest.yaml loop.manifest.yaml; cp -r rules/* endless; ln -s /dev/zero linked; mknod endless/zero.rules.yaml c 1 5");
        Assert.SkipWhen(line.Contains("--rules endless", StringComparison.Ordinal) && !File.Exists(Path.Combine(folder.Path, "endless/zero.rules.yaml")), "no device can be made here");

        var run = await Program.Shell(folder.Path, $"policycheck {line} --timeout 60");
        Assert.True(run.Code == code, run.Said);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("defect", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check pipe")]
    [InlineData("check searching.manifest.yaml --rules rules --waivers pipe")]
    [InlineData("check searching.manifest.yaml --rules rules --config pipe")]
    [InlineData("check searching.manifest.yaml --rules rules -o json=pipe")]
    [InlineData("check searching.manifest.yaml --rules pipes")]
    [InlineData("check - < <(exec sleep 60 2> /dev/null)")]
    public async Task A_pipe_that_nobody_uses_ends_when_the_time_is_up(string line)
    {
        using var folder = Texts.ShopFolder();
        var made = await Program.Shell(folder.Path, "mkfifo pipe && mkdir pipes && mkfifo pipes/a.rules.yaml");
        Assert.SkipUnless(made.Code == 0, "no pipe can be made here");

        var run = await Program.Shell(folder.Path, $"policycheck {line} --timeout 2");
        Assert.True(run.Code == (int)ExitCode.InternalError, run.Said);
        Assert.Contains("gave up after 2 seconds", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_pipe_that_somebody_reads_takes_a_report_and_stays_a_pipe()
    {
        using var folder = Texts.ShopFolder();
        var made = await Program.Shell(folder.Path, "mkfifo pipe");
        Assert.SkipUnless(made.Code == 0, "no pipe can be made here");

        var run = await Program.Shell(folder.Path, "cat pipe > taken & policycheck check searching.manifest.yaml --rules rules -o json=pipe; code=$?; wait; [ -p pipe ] && exit $code");
        Assert.True(run.Code == (int)ExitCode.DoesNotHold, run.Said);
        Assert.StartsWith("{", folder.Read("taken"), StringComparison.Ordinal);
        Assert.EndsWith("}\n", folder.Read("taken"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_told_and_not_followed_even_in_circles()
    {
        using var folder = Texts.ShopFolder();
        var made = await Program.Shell(folder.Path, "mkdir -p in/a/b && cp searching.manifest.yaml in/a/ && ln -s .. in/a/b/up && ln -s . in/here && ln -s ../../in in/a/again && ln -s a/searching.manifest.yaml in/other.manifest.yaml && ln -s none in/a.txt");
        Assert.SkipUnless(made.Code == 0, "no links can be made here");

        var run = await Run.In(folder.Path, "check", "in", "--rules", "rules", "-o", "json");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Equal(["in/a/searching.manifest.yaml"], run.Json.Texts("manifests", "path"));
        Assert.Equal(
            string.Concat(new[] { "in/a/again", "in/a/b/up", "in/here", "in/other.manifest.yaml" }.Select(link => $"policycheck: `{link}` is a link, which isn't followed: name it to have it read\n")),
            run.Error);

        var named = await Run.In(folder.Path, "check", "in/other.manifest.yaml", "--rules", "rules", "-o", "json");
        Assert.Equal(["in/other.manifest.yaml"], named.Json.Texts("manifests", "path"));
        Assert.Empty(named.Error);
    }

    [Fact]
    public async Task A_folder_that_changes_while_it_is_read_is_told()
    {
        using var folder = Texts.ShopFolder();
        for (var i = 0; i < 200; i++)
        {
            folder.Write($"many/{i:000}.manifest.yaml", Texts.Searching);
        }

        // The first takes its time, as a pipe; when it is read, the last one that was found is gone.
        var made = await Program.Shell(folder.Path, "rm many/000.manifest.yaml && mkfifo many/000.manifest.yaml");
        Assert.SkipUnless(made.Code == 0, "no pipe can be made here");
        var run = await Program.Shell(folder.Path, "(exec 3> many/000.manifest.yaml; rm many/199.manifest.yaml; cat searching.manifest.yaml >&3) & policycheck check many --rules rules");
        Assert.True(run.Code == (int)ExitCode.Usage, run.Said);
        Assert.Contains("`many/199.manifest.yaml` can't be read", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
