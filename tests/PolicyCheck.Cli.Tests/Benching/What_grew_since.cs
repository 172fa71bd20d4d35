using System.Collections.Immutable;
using PolicyCheck.Cli.Benching;

namespace PolicyCheck.Cli.Tests.Benching;

public sealed class What_grew_since
{
    [Fact]
    public void A_ratio_that_grew_by_more_than_the_threshold_has_grown() => Assert.True(Compare(2.0, 2.21).HasGrown);

    [Fact]
    public void A_ratio_that_grew_by_the_threshold_has_not_grown() => Assert.False(Compare(2.0, 2.19).HasGrown);

    [Fact]
    public void A_growth_that_nobody_waits_for_is_none_however_many_per_cent_it_is() => Assert.False(Compare(0.01, 0.05).HasGrown);

    [Fact]
    public void A_small_ratio_that_grew_beyond_the_floor_has_grown() => Assert.True(Compare(0.01, 0.07).HasGrown);

    [Fact]
    public void A_higher_threshold_allows_more() => Assert.False(Compare(2.0, 2.5, perCent: 30).HasGrown);

    [Fact]
    public void A_ratio_that_fell_has_not_grown() => Assert.Equal((false, -50), (Compare(2.0, 1.0).HasGrown, Compare(2.0, 1.0).PerCent));

    [Fact]
    public void Another_machine_s_times_are_not_compared()
    {
        var change = Assert.Single(BenchComparison.Compare(Of(new BenchStep("read", 10, 5)), Of(new BenchStep("read", 100, 50)), 10));
        Assert.Equal((2, 2, false), (change.Then, change.Now, change.HasGrown));
    }

    [Fact]
    public void A_step_that_was_not_measured_before_is_not_compared() =>
        Assert.Empty(BenchComparison.Compare(Of(new BenchStep("read", 1, 1)), Of(new BenchStep("judge", 9, 1)), 10));

    [Fact]
    public void What_is_written_as_json_is_read_again_as_it_was()
    {
        var result = Of(new BenchStep("load", 12.5, 2.5), new BenchStep("read", 0.25, 0.125));
        using var stream = new MemoryStream();
        BenchJson.Write(result, stream);
        var read = BenchJson.Read("bench.json", stream.ToArray());
        Assert.Equal(result.Steps, read.Steps);
        Assert.Equal(result with { Steps = [] }, read with { Steps = [] });
    }

    private static BenchChange Compare(double then, double now, int perCent = 10) =>
        Assert.Single(BenchComparison.Compare(Of(new BenchStep("read", then, 1)), Of(new BenchStep("read", now, 1)), perCent));

    private static BenchResult Of(params ImmutableArray<BenchStep> steps) => new(7, 2, 20, "sha256:00", 3, 2400, "sha256:11", steps);
}
