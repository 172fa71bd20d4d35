using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Baselines;
using PolicyCheck.Binding;
using PolicyCheck.Reports;

namespace PolicyCheck.Tests.Baselines;

public sealed class BaselineTests
{
    private const string Rules = """
        - id: no-police
          title: The police may not use it
          citation: text
          severity: high
          remedy: Stop.
          prohibits: {police: true}
        - id: consent
          title: People agree
          citation: text
          severity: high
          remedy: Ask.
          requires: {consent: true}
        """;

    private static readonly DateOnly Day = new(2021, 6, 15);

    [Theory]
    [InlineData("police: true\nconsent: true", "police: true\nconsent: true", "no-police Unchanged")]
    [InlineData("police: true\nconsent: true", "police: {value: true, basis: documented, source: letter}\nconsent: true", "no-police Updated")]
    [InlineData("police: true\nconsent: true", "consent: true\npolice: true", "no-police Unchanged")]
    [InlineData("police: false\nconsent: true", "police: true\nconsent: true", "no-police New")]
    [InlineData("police: true\nconsent: true", "police: true\nconsent: false", "no-police Unchanged, consent New")]
    [InlineData("police: false", "police: false", "consent Unchanged")]
    [InlineData("police: false", "police: false\nconsent: false", "consent New")]
    [InlineData("police: false\nconsent: false", "police: false", "consent Updated")]
    public void A_finding_is_new_unchanged_or_updated(string before, string after, string states)
    {
        var (marked, _) = Compare(Assess(after), Take(Assess(before)));
        Assert.Equal(states, string.Join(", ", marked.Single().Uses.Single().Findings.Where(finding => finding.Baseline is not null).Select(finding => $"{finding.Rule.Id} {finding.Baseline}")));
    }

    [Fact]
    public void What_is_no_longer_there_is_gone_where_its_manifest_was_judged()
    {
        var baseline = Take(Assess("police: true\nconsent: true"));
        Assert.Equal("act/no-police", Assert.Single(Compare(Assess("police: false\nconsent: true"), baseline).Comparison.Gone).Rule);
        var (_, other) = BaselineComparison.Of([], baseline, "b.json", AssessmentOptions.Default, ImmutableHashSet<string>.Empty, path => path);
        Assert.Equal((0, 1), (other.Gone.Length, other.NotChecked));
        var refused = BaselineComparison.Of([Assess("police: false\nconsent: true")], baseline, "b.json", AssessmentOptions.Default, ImmutableHashSet.Create("example.manifest.yaml"), path => path).Comparison;
        Assert.Equal((0, 1), (refused.Gone.Length, refused.NotChecked));
    }

    [Fact]
    public void An_entry_of_another_file_isnt_the_same_finding() =>
        Assert.Equal(BaselineState.New, BaselineComparison.Of([Assess("police: true\nconsent: true")], Take(Assess("police: true\nconsent: true")), "b.json", AssessmentOptions.Default, ImmutableHashSet<string>.Empty, _ => "another.manifest.yaml").Marked[0].Uses[0].Findings[0].Baseline);

    [Fact]
    public void A_known_finding_keeps_its_first_day_and_a_new_one_gets_this_day()
    {
        var first = Take(Assess("police: true\nconsent: true"));
        var later = BaselineTaker.Take([Assess("police: true\nconsent: false")], Day.AddDays(100), AssessmentOptions.Default, first, path => path, _ => true);
        Assert.Equal(["act/consent 2021-09-23", "act/no-police 2021-06-15"], later.Entries.Select(entry => $"{entry.Rule} {IsoDate.Format(entry.Since)}"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void An_entry_about_a_manifest_that_wasnt_checked_is_kept_while_its_file_is_there(bool isThere, int entries) =>
        Assert.Equal(entries, BaselineTaker.Take([], Day, AssessmentOptions.Default, Take(Assess("police: true\nconsent: true")), path => path, _ => isThere).Entries.Length);

    [Fact]
    public void A_baseline_is_read_as_it_was_written()
    {
        var baseline = Take(Assess("police: true\nplaces: [US-OR/portland, DE]"));
        var (read, diagnostics) = BaselineReader.Read("b.json", Written(baseline));
        Assert.Empty(diagnostics);
        Assert.Equal(Written(baseline), Written(read!));
        Assert.Equal(["US-OR/portland", "DE"], read!.Entries[0].Places);
    }

    [Theory]
    [InlineData("{}", 3)]
    [InlineData("[]", 1)]
    [InlineData("{\"schemaVersion\": \"2.0\", \"asOf\": \"2021-06-15\", \"findings\": []}", 1)]
    [InlineData("{\"schemaVersion\": \"1.0\", \"asOf\": \"yesterday\", \"findings\": [{\"rule\": \"a/b\"}]}", 8)]
    [InlineData("{\"schemaVersion\": \"1.0\"", 1)]
    public void A_baseline_with_mistakes_is_refused_with_all_of_them(string text, int mistakes)
    {
        var (baseline, diagnostics) = BaselineReader.Read("b.json", Encoding.UTF8.GetBytes(text));
        Assert.Null(baseline);
        Assert.Equal(mistakes, diagnostics.Length);
    }

    private static Assessment Assess(string facts) => Example.AssessToday(facts, Example.RuleSet(Rules));

    private static Baseline Take(Assessment assessment) => BaselineTaker.Take([assessment], Day, AssessmentOptions.Default, null, path => path, _ => false);

    private static (ImmutableArray<Assessment> Marked, BaselineComparison Comparison) Compare(Assessment assessment, Baseline baseline) =>
        BaselineComparison.Of([assessment], baseline, "b.json", AssessmentOptions.Default, ImmutableHashSet<string>.Empty, path => path);

    private static byte[] Written(Baseline baseline)
    {
        using var stream = new MemoryStream();
        BaselineFile.Write(baseline, stream);
        return stream.ToArray();
    }
}
