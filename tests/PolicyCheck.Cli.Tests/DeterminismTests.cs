using System.Diagnostics;
using System.Globalization;

namespace PolicyCheck.Cli.Tests;

public sealed class DeterminismTests
{
    private static readonly string[] Files = ["rules/examples/thorn.manifest.yaml", "rules/examples/icmec.manifest.yaml", "rules/examples/us-police-any-vendor.manifest.yaml"];

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task The_same_question_has_the_same_answer_to_the_byte(string format)
    {
        var first = await Run.Of("check", "rules/examples", "--as-of", "2020-06-15", "-o", format);
        var second = await Run.Of("check", "rules/examples", "--as-of", "2020-06-15", "-o", format);
        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task However_the_files_are_named_and_ordered_the_answer_is_the_same(string format)
    {
        string[][] namings =
        [
            Files,
            [.. Files.Reverse()],
            [.. Files.Select(file => $"./{file}")],
            [.. Files.Select(file => file.Replace("rules/", "rules/../rules//", StringComparison.Ordinal))],
            [.. Files.Select(file => Path.Combine(Repository.Root, file))],
        ];
        var outputs = new List<string>();
        foreach (var files in namings)
        {
            outputs.Add((await Run.Of(["check", .. files, "--as-of", "2020-06-15", "-o", format])).Output);
        }

        Assert.All(outputs, output => Assert.Equal(outputs[0], output));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task A_folder_is_the_same_however_it_is_named(string format)
    {
        var plain = await Run.Of("check", "rules/examples", "--as-of", "2020-06-15", "-o", format);
        foreach (var name in new[] { "rules/examples/", "./rules/examples", Path.Combine(Repository.Root, "rules", "examples") })
        {
            Assert.Equal(plain.Output, (await Run.Of("check", name, "--as-of", "2020-06-15", "-o", format)).Output);
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task The_customs_of_a_country_change_nothing(string format)
    {
        string[] check = ["check", .. Files, "--as-of", "2020-06-15", "--explain", "full", "-o", format];
        var plain = await Run.Of(check);
        foreach (var culture in Cultures())
        {
            Assert.Equal(plain.Output, (await Under(culture, () => Run.Of(check))).Output);
            Assert.Equal((await Run.Of("list", "-o", format, "--as-of", "2020-06-15")).Output, (await Under(culture, () => Run.Of("list", "-o", format, "--as-of", "2020-06-15"))).Output);
        }
    }

    [Fact]
    public async Task The_built_program_gives_the_same_bytes_in_another_time_zone_and_language()
    {
        var plain = await Run.Of("check", "rules/examples", "--as-of", "2020-06-15", "-o", "json");
        var elsewhere = await Process("Pacific/Kiritimati", "tr_TR.UTF-8");
        Assert.Equal(plain.Output, elsewhere);
    }

    [Fact]
    public async Task Today_is_the_day_in_UTC()
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        await Application.RunAsync(["list", "-o", "json"], new(Stream.Null, output, error, new Clock(), Repository.Root, Colours: false, 100), TestContext.Current.CancellationToken);
        Assert.Contains("\"asOf\": \"2026-11-23\"", System.Text.Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    // Turkish and Saudi customs, and one that is foreign in everything a program could trip over; where the machine has no data on a country the last stands for it.
    private static IEnumerable<CultureInfo> Cultures()
    {
        foreach (var name in new[] { "tr-TR", "ar-SA" })
        {
            CultureInfo? known = null;
            try
            {
                known = new(name);
            }
            catch (CultureNotFoundException)
            {
                // The program is built without data on countries, and so are its tests by default.
            }

            if (known is not null)
            {
                yield return known;
            }
        }

        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat = new() { NumberDecimalSeparator = "٫", NumberGroupSeparator = ".", NegativeSign = "−", PercentSymbol = "٪", PercentDecimalSeparator = "٫" };
        foreign.DateTimeFormat = new() { ShortDatePattern = "d.M.yy", DateSeparator = ".", TimeSeparator = "." };
        yield return foreign;
    }

    private static async Task<Run> Under(CultureInfo culture, Func<Task<Run>> run)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture) = (culture, culture, culture);
        try
        {
            return await run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture) = before;
        }
    }

    private static async Task<string> Process(string timeZone, string language)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "policycheck.dll"), "check", "rules/examples", "--as-of", "2020-06-15", "-o", "json"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
        };
        (start.Environment["TZ"], start.Environment["LANG"], start.Environment["LC_ALL"]) = (timeZone, language, language);
        using var process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException("the program didn't start");
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        return output;
    }

    // In UTC it is still the 23rd when it is the 24th on Kiritimati.
    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 13, 30, 0, TimeSpan.FromHours(14));
    }
}
