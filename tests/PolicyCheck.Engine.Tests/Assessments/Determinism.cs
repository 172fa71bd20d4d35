using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Tests.Generation;

namespace PolicyCheck.Tests.Assessments;

public sealed class Determinism
{
    private static readonly Lazy<ImmutableArray<GeneratedLibrary>> Libraries = new(() =>
        [.. Enumerable.Range(0, 12).Select(index => GeneratedLibrary.With(20).Generate(new PCG((uint)index, 7), null, out _))]);

    [Theory]
    [InlineData(",", "−")]
    [InlineData("٫", "؜-")]
    public void The_culture_changes_nothing(string point, string minus)
    {
        var expected = Findings(reversed: false);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign(point, minus);
            Assert.Equal(expected, Findings(reversed: false));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_order_of_files_changes_nothing() => Assert.Equal(Findings(reversed: false), Findings(reversed: true));

    [Fact]
    public void Sixteen_threads_that_share_an_assessor_find_what_one_thread_finds()
    {
        foreach (var generated in Libraries.Value.Take(6))
        {
            var library = generated.Load();
            var manifests = generated.ReadManifests(library);
            var alone = Findings(new Assessor(library), manifests);
            var shared = new Assessor(library);
            var found = new ConcurrentBag<string>();
            using var start = new Barrier(16);
            var threads = Enumerable.Range(0, 16).Select(_ => new Thread(() =>
            {
                start.SignalAndWait();
                found.Add(Findings(shared, manifests));
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            Assert.Equal(16, found.Count);
            Assert.All(found, one => Assert.Equal(alone, one));
        }
    }

    // InvariantGlobalization leaves no tr-TR or ar-SA to choose, so the traits that do harm are set by hand.
    private static CultureInfo Foreign(string point, string minus)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = minus;
        culture.NumberFormat.PercentSymbol = "٪";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }

    private static string Findings(bool reversed) => string.Concat(Libraries.Value.Select(generated =>
    {
        var files = generated.RuleSets.Select((text, i) => new PolicyFile($"{(char)('a' + i)}.rules.yaml", Encoding.UTF8.GetBytes(text)))
            .Append(new("vocabulary.yaml", Encoding.UTF8.GetBytes(generated.Vocabulary)));
        var library = RuleLibraryLoader.Load(reversed ? files.Reverse() : files);
        return Findings(new Assessor(library), generated.ReadManifests(library));
    }));

    private static string Findings(Assessor assessor, ImmutableArray<Manifest> manifests) => string.Concat(manifests.Select(manifest =>
    {
        var assessment = assessor.Assess(manifest, new(2020, 3, 1));
        return $"{manifest.Id} {assessment.Verdict}\n" + string.Concat(assessment.Uses.SelectMany(use => use.Findings.Select(finding => Write(use, finding))));
    }));

    private static string Write(UseAssessment use, Finding finding) =>
        $"{use.Use.Id} {finding.Rule.QualifiedId} {finding.Outcome} {finding.Reason} {finding.Trigger?.Truth} {finding.Requirement?.Truth} "
        + $"[{string.Join(' ', finding.Exceptions.Select(one => $"{one.Relief.Name} {one.Truth}"))}] "
        + $"[{string.Join(' ', finding.Facts.Select(fact => $"{fact.Fact.Path}={ValueText.Write(fact.Value, fact.Fact)}"))}] "
        + $"[{string.Join(' ', finding.Missing.Select(fact => fact.Path))}] [{string.Join(' ', finding.MissingParameters)}] "
        + $"{finding.Location.Span.Start.ToString(CultureInfo.InvariantCulture)} {finding.Doubt} {finding.Defect}\n";
}
