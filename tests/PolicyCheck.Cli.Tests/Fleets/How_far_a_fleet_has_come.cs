using PolicyCheck.Cli.Fleets;

namespace PolicyCheck.Cli.Tests.Fleets;

public sealed class How_far_a_fleet_has_come
{
    [Fact]
    public void A_terminal_shows_rate_and_time_left_on_one_line_that_goes_at_the_end()
    {
        var error = Advance(isTerminal: true, isVerbose: false);
        var lines = error.Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("200 documents, 100 a second, 20 % of `fleet.ndjson`, 16 s left", lines[1].TrimEnd());
        Assert.Equal("", lines[^1].Trim());
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void A_log_has_a_line_each_ten_seconds_where_it_was_asked_for() => Assert.Equal(
        "policycheck: 1,000 documents, 100 a second, 100 % of `fleet.ndjson`, 0 s left\n",
        Advance(isTerminal: false, isVerbose: true));

    [Fact]
    public void A_log_that_nobody_asked_for_stays_empty() => Assert.Equal("", Advance(isTerminal: false, isVerbose: false));

    private static string Advance(bool isTerminal, bool isVerbose)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var clock = new Clock();
        var surroundings = new Surroundings(Stream.Null, Stream.Null, error, clock, "/", Colours: false, Surroundings.PlainWidth) { ErrorIsTerminal = isTerminal };
        var progress = new FleetProgress("`fleet.ndjson`", 100, isVerbose, surroundings);
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            clock.Now += TimeSpan.FromSeconds(1);
            progress.Advance(100, tenth * 10);
        }

        progress.End();
        return error.ToString();
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
