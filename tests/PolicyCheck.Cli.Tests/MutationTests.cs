using System.Diagnostics;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Tests;

public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Manifests = 7_000;
    private const int RuleSets = 4_000;
    private const int AssessedRuleSets = 120;

    // Each manifest is judged by the rule sets that bind everywhere, and one of so many by all.
    private const int JudgedByAll = 20;

    private static readonly RuleLibrary Library = RuleLibraryLoader.Load(BuiltInRules.Files);
    private static readonly DateOnly[] Days = [new(2020, 6, 15), new(1, 1, 1), new(9999, 12, 31), new(2024, 2, 1)];

    [Fact]
    public async Task A_damaged_manifest_ends_in_a_verdict_or_a_diagnostic()
    {
        var all = new Assessor(Library);
        var everywhere = new Assessor(Library with { RuleSets = [.. Library.RuleSets.Where(set => set.Jurisdictions.Any(place => place.IsWorld))] });
        var seeds = Seeds("manifest");
        await All(Manifests, seeds, (path, content, number) =>
        {
            var read = ManifestReader.Read(path, content, Library.Vocabulary);
            Told(read.Diagnostics);
            Assert.True(read.Manifests.Length > 0 || read.HasErrors);
            foreach (var manifest in read.Manifests)
            {
                Written((number % JudgedByAll == 0 ? all : everywhere).Assess(manifest, Days[number % Days.Length], new(IncludeProposals: true)), Library);
            }

            return read.Manifests.Length > 0;
        });
    }

    [Fact]
    public async Task A_damaged_rule_set_is_refused_or_judges()
    {
        var seeds = Seeds("rules");
        var manifests = Seeds("manifest").Where(seed => seed.Path.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        var assessed = 0;
        await All(RuleSets, seeds, (path, content, number) =>
        {
            var library = RuleLibraryLoader.Load([new(path, content), new("vocabulary.yaml", ShortVocabulary.For(seeds[number % seeds.Count].Text))]);
            Told(library.Diagnostics);
            if (library.HasErrors || assessed++ >= AssessedRuleSets)
            {
                return !library.HasErrors;
            }

            var assessor = new Assessor(library);
            foreach (var manifest in manifests.Take(3).SelectMany(seed => ManifestReader.Read(seed.Path, Encoding.UTF8.GetBytes(seed.Text), library.Vocabulary).Manifests))
            {
                var assessment = assessor.Assess(manifest, Days[number % Days.Length], new(IncludeProposals: true));
                Assert.DoesNotContain(assessment.Uses.SelectMany(use => use.Findings), finding => finding.Outcome == RuleOutcome.Error);
                Written(assessment, library);
            }

            return true;
        });
        output.WriteLine($"{Math.Min(assessed, AssessedRuleSets)} rule sets were compiled and judged by");
    }

    private async Task All(int count, List<(string Path, string Text)> seeds, Func<string, byte[], int, bool> act)
    {
        var texts = seeds.Select(seed => seed.Text).ToList();
        var (taken, slowest, current) = (0, TimeSpan.Zero, "");
        var work = Task.Run(() =>
        {
            for (var number = 0; number < count; number++)
            {
                var (path, text) = seeds[number % seeds.Count];
                var content = new Damage(number, texts).Of(text);
                current = $"{number} {path}: {Convert.ToBase64String(content)}";
                var start = Stopwatch.GetTimestamp();
                try
                {
                    taken += act(path, content, number) ? 1 : 0;
                }
                catch (Exception defect)
                {
                    throw new InvalidOperationException(current, defect);
                }

                var took = Stopwatch.GetElapsedTime(start);
                slowest = took > slowest ? took : slowest;
            }
        }, TestContext.Current.CancellationToken);
        if (await Task.WhenAny(work, Task.Delay(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken)) != work)
        {
            Assert.Fail($"hangs on input {current}");
        }

        await work;
        output.WriteLine($"{count} damaged inputs, {taken} of them taken, the slowest in {slowest.TotalMilliseconds:F0} ms");
        Assert.InRange(taken, count / 50, count - 1);
    }

    private static void Told(IEnumerable<Diagnostic> diagnostics) => Assert.All(diagnostics, diagnostic => Assert.NotEmpty(DiagnosticText.Render(diagnostic)));

    private static void Written(Assessment assessment, RuleLibrary library)
    {
        Assert.True(Enum.IsDefined(assessment.Verdict));
        JsonReport.Write(new(assessment.AsOf, library.Vocabulary, library.RuleSets, [assessment], []), Stream.Null);
    }

    // Every shipped file, as it is and as JSON.
    private static List<(string Path, string Text)> Seeds(string kind) =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "rules"), $"*.{kind}.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file =>
            {
                var (name, text) = (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
                return new[] { ($"{name}.yaml", text), ($"{name}.json", JsonText.Of(DocumentReader.Read($"{name}.yaml", Encoding.UTF8.GetBytes(text)).Documents[0])) };
            })];
}
