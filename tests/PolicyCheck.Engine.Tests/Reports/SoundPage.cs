using System.Globalization;
using System.Xml.Linq;
using PolicyCheck.Assessments;
using PolicyCheck.Reports;
using PolicyCheck.Text;

namespace PolicyCheck.Tests.Reports;

/// <summary>What every page has to be, whatever it reports.</summary>
internal static class SoundPage
{
    /// <summary>Names, links and headings are in order, nothing comes from elsewhere, and every fact leads to its line.</summary>
    public static void Holds(Page page, Report report)
    {
        Assert.Empty(page.Ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));
        var ids = page.Ids.ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(page.Links, link => link.StartsWith('#') && !ids.Contains(link[1..]));
        Assert.DoesNotContain(page.Document.Descendants().Attributes("aria-labelledby").SelectMany(named => named.Value.Split(' ')), id => !ids.Contains(id));
        HeadingsNeverSkip(page);
        NothingComesFromElsewhere(page, report);
        EveryFactLeadsToItsLine(page, report);
        Assert.All(page.All("th"), cell => Assert.NotNull(cell.Attribute("scope")));
    }

    private static void HeadingsNeverSkip(Page page)
    {
        var levels = page.Document.Descendants().Select(element => element.Name.LocalName).Where(name => name is ['h', >= '1' and <= '6']).Select(name => name[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.DoesNotContain(levels.Zip(levels.Skip(1)), pair => pair.Second > pair.First + 1);
    }

    private static void NothingComesFromElsewhere(Page page, Report report)
    {
        var sources = report.RuleSets.SelectMany(set => set.Sources).Select(source => VisibleText.Of(source.Url ?? "")).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(page.Links, link => !link.StartsWith('#') && !sources.Contains(link));
        Assert.Empty(page.All("script").Concat(page.All("link")).Concat(page.All("img")).Concat(page.All("iframe")));
        Assert.DoesNotContain(page.Document.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.All("style").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.All("style").Single().Value, StringComparison.Ordinal);
    }

    private static void EveryFactLeadsToItsLine(Page page, Report report)
    {
        var links = page.Links.ToHashSet(StringComparer.Ordinal);
        foreach (var (assessment, index) in report.Assessments.Select((assessment, index) => (assessment, index + 1)))
        {
            var broken = assessment.Uses.SelectMany(use => use.Findings).Where(finding => finding.Outcome == RuleOutcome.Fail).ToList();
            Assert.All(broken, finding => Assert.Contains(page.Ids, id => id.StartsWith($"m{index}-use-", StringComparison.Ordinal) && id.EndsWith($"-{finding.Rule.RuleSetId}.{finding.Rule.Id}", StringComparison.Ordinal)));
            Assert.All(broken.SelectMany(finding => finding.Facts), fact => Assert.Contains($"#m{index}-line-{fact.Location.Start.Line.ToString(CultureInfo.InvariantCulture)}", links));
        }
    }
}
