using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>What can be held of the Dockerfile without a daemon that builds it.</summary>
public sealed partial class ImageTests
{
    private static string[] Lines { get; } = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"));

    [Fact]
    public void All_that_is_copied_is_there_and_goes_to_the_builder()
    {
        var ignored = File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore"));
        Assert.Contains("*", ignored);
        string[] sources = [.. Lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[1..^1])];
        Assert.Contains("cli/", sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), $"{source} isn't there"));
        Assert.Equal(ignored.Where(line => line.StartsWith('!')).Select(line => line[1..]).Order(StringComparer.Ordinal), sources.Select(source => source.TrimEnd('/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_binary_is_built_as_CI_builds_it()
    {
        var ours = Publish().Match(string.Join('\n', Lines)).Value;
        Assert.NotEqual("", ours);
        Assert.Equal(Publish().Match(File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run"))).Value, ours);
    }

    [Fact]
    public void The_image_runs_the_binary_alone_and_not_as_root()
    {
        var last = Lines.SkipWhile(line => !line.StartsWith("FROM mcr.microsoft.com/dotnet/runtime-deps:", StringComparison.Ordinal)).ToList();
        Assert.EndsWith("-chiseled", last[0], StringComparison.Ordinal);
        Assert.Contains("COPY --from=build /publish/policycheck /usr/bin/policycheck", last);
        Assert.Contains("USER $APP_UID", last);
        Assert.Contains("ENTRYPOINT [\"/usr/bin/policycheck\"]", last);
        Assert.Contains(Lines, line => line.StartsWith("RUN ", StringComparison.Ordinal) && line.Contains("-o /publish", StringComparison.Ordinal));
        Assert.Equal(2, Lines.Count(line => line.StartsWith("FROM ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_files_that_are_copied_are_all_that_the_program_is_made_of()
    {
        // Every file that the projects name from outside themselves lies in a folder, or is a file, that is copied.
        var named = Lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[1..^1]).Select(source => source.TrimEnd('/')).ToHashSet();
        foreach (var project in new[] { "cli/PolicyCheck.Cli.csproj", "engine/PolicyCheck.Engine.csproj" })
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, project), TestContext.Current.CancellationToken);
            var outside = Outside().Matches(text).Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(outside);
            Assert.All(outside, source => Assert.Contains(source, named));
        }
    }

    [GeneratedRegex("dotnet publish cli -r [^ ]+ -p:PublishAot=true")]
    private static partial Regex Publish();

    [GeneratedRegex("Include=\"\\.\\./([^/\"]+)")]
    private static partial Regex Outside();
}
