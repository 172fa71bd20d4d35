using System.IO.Compression;
using System.Xml.Linq;

namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>Packs as a release does, into a feed of the test's own, and installs from it.</summary>
public sealed class PackageTests
{
    private static readonly string Configuration = typeof(PackageTests).Assembly.Location.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    [Fact]
    public async Task The_tool_is_installed_from_a_feed_and_runs()
    {
        using var feed = new Folder();
        // A version of its own, so that no cache answers for it; and the package that runs anywhere, because here is no native one.
        var version = $"0.0.0-test.{Guid.NewGuid():N}";
        await Pack(feed, "cli", $"-p:PackageVersion={version}", "-p:ToolPackageRuntimeIdentifiers=any");
        await Dotnet(feed, "tool", "install", "PolicyCheck", "--version", version, "--tool-path", Path.Combine(feed.Path, "tool"), "--source", Path.Combine(feed.Path, "feed"));
        var ran = await Ran.In(Repository.Root, Environment(feed), Path.Combine(feed.Path, "tool", OperatingSystem.IsWindows() ? "policycheck.exe" : "policycheck"), "check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15");
        var expected = await Run.Of("check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15");
        Assert.Equal(expected.Output, ran.Output);
        Assert.Equal((int)expected.Code, ran.Code);

        // The package of the tool names one for each system, and says what it is.
        var named = Read(feed, $"PolicyCheck.{version}.nupkg", "tools/any/any/DotnetToolSettings.xml");
        Assert.Equal(["any"], named.Descendants("RuntimeIdentifierPackage").Select(package => package.Attribute("RuntimeIdentifier")?.Value));
        var about = Read(feed, $"PolicyCheck.{version}.nupkg", "PolicyCheck.nuspec").ToString();
        Assert.Contains("<readme>README.md</readme>", about, StringComparison.Ordinal);
        Assert.Contains("<license type=\"expression\">MIT</license>", about, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_engine_is_a_library_with_documentation_and_a_readme_of_its_own()
    {
        using var feed = new Folder();
        await Pack(feed, "engine", "-p:PackageVersion=0.0.0-test");
        using var package = await ZipFile.OpenReadAsync(Path.Combine(feed.Path, "feed", "PolicyCheck.Engine.0.0.0-test.nupkg"), TestContext.Current.CancellationToken);
        Assert.Superset(new HashSet<string> { "README.md", "lib/net10.0/PolicyCheck.Engine.dll", "lib/net10.0/PolicyCheck.Engine.xml" }, package.Entries.Select(entry => entry.FullName).ToHashSet());
        using var readme = new StreamReader(await package.GetEntry("README.md")!.OpenAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("# PolicyCheck.Engine", await readme.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // What only the build needs is not asked of those who embed the engine.
        var dependencies = Read(feed, "PolicyCheck.Engine.0.0.0-test.nupkg", "PolicyCheck.Engine.nuspec").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")?.Value).ToList();
        Assert.Contains("YamlDotNet", dependencies);
        Assert.DoesNotContain(dependencies, name => name?.Contains("Analyzers", StringComparison.Ordinal) == true || name?.Contains("ILLink", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_release_names_a_package_for_each_system_and_one_for_all_others()
    {
        var project = XDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "cli", "PolicyCheck.Cli.csproj"), TestContext.Current.CancellationToken));
        Assert.Equal("linux-x64;linux-arm64;osx-arm64;win-x64;any", project.Descendants("ToolPackageRuntimeIdentifiers").First().Value);
    }

    private static XDocument Read(Folder feed, string package, string entry)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(feed.Path, "feed", package));
        using var stream = zip.GetEntry(entry)!.Open();
        return XDocument.Load(stream);
    }

    // What was built for these tests is packed, so that little is compiled: the version is the package's and not the program's.
    private static Task Pack(Folder feed, string project, params string[] properties) =>
        Dotnet(feed, ["pack", Path.Combine(Repository.Root, project), "--output", Path.Combine(feed.Path, "feed"), "--configuration", Configuration, "--no-restore", "-p:RunAnalyzers=false", "--nologo", "--verbosity", "quiet", .. properties]);

    private static async Task Dotnet(Folder feed, params string[] args)
    {
        var ran = await Ran.In(feed.Path, Environment(feed), "dotnet", args);
        Assert.True(ran.Code == 0, ran.Said);
    }

    // The SDK's own variables in this process are of the test's host, and would lead the commands astray.
    private static Dictionary<string, string?> Environment(Folder feed) => new()
    {
        ["DOTNET_CLI_HOME"] = feed.Path,
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };
}
