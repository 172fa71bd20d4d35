namespace PolicyCheck.Cli.Tests.Faults;

/// <summary>Runs the program as somebody who may do little, since tests often run as somebody who may do everything.</summary>
public sealed class What_may_not_be_read_or_written
{
    private const string Nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent";

    [Theory]
    [InlineData("chmod 0 searching.manifest.yaml", "check searching.manifest.yaml --rules rules", 2, "`searching.manifest.yaml` can't be read")]
    [InlineData("chmod 0 rules/shops.rules.yaml", "check searching.manifest.yaml --rules rules", 2, "`rules/shops.rules.yaml` can't be read")]
    [InlineData("chmod 0 rules", "check searching.manifest.yaml --rules rules", 2, "the folder `rules` can't be read")]
    [InlineData("chmod 0 waivers.yaml", "check searching.manifest.yaml --rules rules --waivers waivers.yaml", 2, "`waivers.yaml` can't be read")]
    [InlineData("chmod 0 .policycheck.yaml", "check searching.manifest.yaml --rules rules", 2, "`.policycheck.yaml` can't be read")]
    [InlineData("chmod 0555 .", "check searching.manifest.yaml --rules rules -o json=report.json", 2, "`report.json` can't be written")]
    [InlineData("chmod 0555 rules", "fmt --write rules", 2, "`rules/shops.rules.yaml` can't be written")]
    public async Task Ends_in_a_sentence(string forbid, string line, int code, string sentence)
    {
        using var folder = Texts.ShopFolder().Write("waivers.yaml", "waivers: []\n").Write(".policycheck.yaml", "strict: false\n");
        folder.Write("rules/shops.rules.yaml", Texts.ShopRules + "\n\n");
        var rules = folder.Read("rules/shops.rules.yaml");
        var nobody = await Program.Shell(folder.Path, $"chmod 0755 . && chown -R 65534:65534 . && {Nobody} true");
        Assert.SkipUnless(nobody.Code == 0, "nobody else can be run as here");
        try
        {
            var run = await Program.Shell(folder.Path, $"{forbid} && {Nobody} {Program.Quoted} {line}");
            Assert.True(run.Code == code, run.Said);
            Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
        finally
        {
            await Program.Shell(folder.Path, "chmod -R u+rwX .; chown -R 0:0 .");
        }

        Assert.Equal(rules, folder.Read("rules/shops.rules.yaml"));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part", SearchOption.AllDirectories));
    }
}
