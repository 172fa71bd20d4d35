namespace PolicyCheck.Cli.Tests;

public sealed class BrokenStreamTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Waiting_too_long_for_standard_input_is_a_time_out_and_reports_nothing(string format)
    {
        using var silent = new SilentStream();
        var run = await Run.In(Repository.Root, silent, "check", "-", "--timeout", "1", "-o", format);
        silent.Released.Set();

        Assert.Equal(ExitCode.InternalError, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains("gave up after 1 second", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15")]
    [InlineData("check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15", "-o", "json")]
    [InlineData("list")]
    [InlineData("list", "-o", "json")]
    [InlineData("explain", "exit-codes")]
    [InlineData("check", "--help")]
    public async Task A_report_that_nobody_took_is_no_success(params string[] args)
    {
        await using var error = new StringWriter();
        using var closed = new ClosedStream();
        var code = await Application.RunAsync(args, new(Stream.Null, closed, error, TimeProvider.System, Repository.Root, Colours: false, 100), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.InternalError, code);
        Assert.Contains("the output could not be written", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("defect", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_judged_like_a_file()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "rules/examples/icmec.manifest.yaml"), TestContext.Current.CancellationToken);
        var run = await Run.With(text, "check", "-", "--as-of", "2020-06-15", "-o", "json");

        Assert.Equal(ExitCode.Indeterminate, run.Code);
        Assert.Equal(["-"], run.Json.Texts("manifests", "path"));
    }

    [Fact]
    public async Task Nothing_on_standard_input_is_invalid_input()
    {
        var run = await Run.With("", "check", "-");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("holds no manifest", run.Error, StringComparison.Ordinal);
    }
}
