using System.Text;
using PolicyCheck.Fuzzing.Targets;

namespace PolicyCheck.Tests.Fuzzing;

/// <summary>Tries what the fuzzers begin with, and whatever they found that once broke something.</summary>
public sealed class Seeds_of_the_fuzzers(ITestOutputHelper output)
{
    public static TheoryData<string> Targets { get; } = new(FuzzTarget.All.Select(target => target.Name));

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_seed_holds(string name)
    {
        var target = FuzzTarget.All.Single(one => one.Name == name);
        var seeds = Directory.GetFiles(Golden.PathOf($"tests/PolicyCheck.Fuzzing/Seeds/{name}")).Order(StringComparer.Ordinal).ToList();
        Assert.InRange(seeds.Count, 4, 100);
        foreach (var seed in seeds)
        {
            try
            {
                target.Try(File.ReadAllBytes(seed));
            }
            catch (Exception defect)
            {
                throw new InvalidOperationException($"{name}: {Path.GetFileName(seed)}", defect);
            }
        }

        output.WriteLine($"{seeds.Count} seeds of {name} held");
    }

    [Theory]
    [InlineData("json", "{")]
    [InlineData("junit", "<a><b></a>")]
    [InlineData("html", "<p><script>x</script></p>")]
    [InlineData("html", "<p><b></p>")]
    [InlineData("html", "<p>1 < 2</p>")]
    [InlineData("html", "<p>\u001b[31m</p>")]
    [InlineData("markdown", "a\u202Eb")]
    [InlineData("csv", "a\u009Bb")]
    [InlineData("github", "::stop-commands::x")]
    [InlineData("azuredevops", "##vso[task.complete]")]
    [InlineData("tap", "Bail out!")]
    public void A_broken_report_does_not(string format, string report) =>
        Assert.ThrowsAny<Exception>(() => WellFormed.Check(format, Encoding.UTF8.GetBytes(report)));
}
