using System.Text;
using PolicyCheck.Manifests;

namespace PolicyCheck.Tests.Timelines;

public sealed class Periods_of_deployments
{
    [Theory]
    [InlineData("{from: 2020-01-01, until: 2021-01-01}", "2020-01-01/2021-01-01")]
    [InlineData("{from: 2020-01-01}", "2020-01-01/..")]
    [InlineData("{until: 2021-01-01}", "../2021-01-01")]
    public void A_period_has_a_first_day_or_an_end_or_both(string period, string expected) => Assert.Equal(expected, Read(period).Manifests.Single().Period.ToString());

    [Theory]
    [InlineData("{from: 2020-01-01, until: 2020-01-01}", "PC604 `until` is 2020-01-01, which isn't after 2020-01-01, so the deployment would never run")]
    [InlineData("{}", "PC604 this period has no day")]
    [InlineData("{from: soon}", "PC206 `soon` is not a day")]
    [InlineData("{from: 2020-01-01, to: 2021-01-01}", "PC201 `to` is not a key of the deployment's period")]
    [InlineData("2020", "PC203 `period` is not a mapping")]
    public void A_period_that_says_nothing_or_something_else_is_refused(string period, string expected)
    {
        var diagnostic = Assert.Single(Read(period).Diagnostics);
        Assert.Equal(expected[6..], diagnostic.Message);
        Assert.NotEmpty(diagnostic.Cure);
    }

    private static ManifestFile Read(string period) =>
        ManifestReader.Read("m.manifest.yaml", Encoding.UTF8.GetBytes($"manifest: m\nperiod: {period}\nuses: [{{id: only}}]\n"), Example.Load().Vocabulary);
}
