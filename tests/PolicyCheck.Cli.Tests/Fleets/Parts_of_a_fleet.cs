using System.Globalization;

namespace PolicyCheck.Cli.Tests.Fleets;

public sealed class Parts_of_a_fleet
{
    [Fact]
    public async Task Their_results_one_after_the_other_are_those_of_the_whole()
    {
        var dice = new Random(5);
        for (var round = 0; round < 6; round++)
        {
            using var shops = new Shops().Write("fleet.ndjson", Shops.Mixed(round, dice.Next(1, 40))).Write("more.jsonl", Shops.Mixed(round + 100, dice.Next(1, 10)));
            Directory.CreateDirectory(shops.Full("folder"));
            for (var i = dice.Next(1, 12); i > 0; i--)
            {
                shops.Write($"folder/{i}.manifest.json", i % 4 == 0 ? "{" : Shops.Line(i));
            }

            string[] inputs = (round % 3) switch { 0 => ["fleet.ndjson"], 1 => ["folder", "-o", "ndjson"], _ => ["fleet.ndjson", "more.jsonl", "folder"] };
            await Compare(shops, [.. inputs.Except(["-o", "ndjson"])], dice.Next(2, 9));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\n\n\n\n\n")]
    [InlineData("a\nb\nc")]
    [InlineData("a\r\n\r\nb\r\n")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nb\n")]
    public async Task However_short_the_lines_none_is_lost_or_told_twice(string text)
    {
        using var shops = new Shops().Write("fleet.ndjson", text);
        foreach (var count in new[] { 1, 2, 3, text.Length, text.Length + 1 }.Where(count => count > 0).Distinct())
        {
            await Compare(shops, ["fleet.ndjson"], count);
        }
    }

    private static async Task Compare(Shops shops, string[] inputs, int count)
    {
        var whole = await shops.Check([.. inputs, "-o", "ndjson", "--max-bytes", "2000"]);
        var parts = new List<string>();
        var codes = new List<ExitCode>();
        foreach (var number in Enumerable.Range(1, count))
        {
            var part = await shops.Check([.. inputs, "-o", "ndjson", "--max-bytes", "2000", "--shard", string.Create(CultureInfo.InvariantCulture, $"{number}/{count}")]);
            parts.Add(part.Output);
            codes.Add(part.Code);
        }

        Assert.Equal(whole.Output, string.Concat(parts));
        Assert.True(whole.Output.Length > 0 || inputs is ["fleet.ndjson"], whole.Error);
        Assert.DoesNotContain("nothing was checked", whole.Error, StringComparison.Ordinal);
        if (whole.Output.Length > 0 && count > 1)
        {
            Assert.Equal(whole.Code, ExitCodes.Worst(codes));
        }
    }
}
