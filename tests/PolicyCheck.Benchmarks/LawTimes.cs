using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Benchmarks;

/// <summary>
/// Times the judging of one manifest by all instruments beside its judging by those alone that bind in its places or speak of its vendor, in
/// turn, in one process that has compiled both.
/// </summary>
internal static class LawTimes
{
    private const double Limit = 1.5;
    private const int Repeats = 200;

    private static readonly (string Manifest, DateOnly Day)[] Examples =
    [
        ("washington-county-sheriff", new(2020, 6, 10)),
        ("portland-store", new(2026, 11, 23)),
        ("metropolitan-police", new(2026, 4, 21)),
        ("bunnings", new(2019, 6, 1)),
        ("skelleftea-school", new(2018, 10, 15)),
        ("california-body-cameras", new(2021, 3, 1)),
    ];

    public static int Run(int rounds)
    {
        var library = RuleLibraryLoader.Load(BuiltInRules.Files);
        var engine = new RulesEngineEvaluator();
        var all = new Assessor(library, engine);
        var exceeded = false;
        foreach (var (name, day) in Examples)
        {
            var path = $"rules/examples/{name}.manifest.yaml";
            var manifest = ManifestReader.Read(path, Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(NativeProgram.Repository, path))), library.Vocabulary).Manifests[0];
            var own = Own(library, manifest, day);
            var few = new Assessor(own, engine);
            var (ofAll, ofOwn) = (new List<double>(), new List<double>());
            for (var round = -3; round < rounds; round++)
            {
                var (first, second) = (Time(few, manifest, day), Time(all, manifest, day));
                if (round >= 0)
                {
                    ofOwn.Add(first);
                    ofAll.Add(second);
                }
            }

            var ratio = NativeProgram.Median(ofAll) / NativeProgram.Median(ofOwn);
            exceeded |= ratio > Limit;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-28} {own.RuleSets.Length,3} rule sets {NativeProgram.Median(ofOwn):F3} ms, all {library.RuleSets.Length} {NativeProgram.Median(ofAll):F3} ms, ratio {ratio:F2} (limit {Limit}): {(ratio <= Limit ? "kept" : "exceeded")}"));
        }

        return exceeded ? 1 : 0;
    }

    private static double Time(Assessor assessor, Manifest manifest, DateOnly day)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Repeats; i++)
        {
            assessor.Assess(manifest, day);
        }

        return watch.Elapsed.TotalMilliseconds / Repeats;
    }

    // Those that bind where it runs, and of those that bind everywhere the ones that don't speak of other vendors alone.
    private static RuleLibrary Own(RuleLibrary library, Manifest manifest, DateOnly day)
    {
        var places = manifest.Facts.Select(fact => fact.Value).OfType<PlacesValue>().SelectMany(value => value.Places).ToList();
        var vendor = manifest.Facts.FirstOrDefault(fact => fact.Fact.Path == "system.vendor")?.Value;
        return library with { RuleSets = [.. library.RuleSets.Where(set => set.Jurisdictions.Any(place => place.IsWorld) ? Speaks(set) : Binds(set))] };

        bool Binds(RuleSet set) => set.Jurisdictions.SelectMany(scope => library.Vocabulary.PlacesOf(scope, day)).Any(scope => places.Any(place => place.IsIn(scope) != Truth.False));

        bool Speaks(RuleSet set) => Vendors(set) is var named && (named.Count == 0 || vendor is null || named.Contains(vendor));
    }

    private static List<Value> Vendors(RuleSet set) =>
    [
        .. set.Rules.SelectMany(rule => rule.Conditions).SelectMany(condition => condition.Leaves()).OfType<Test>()
            .Where(test => test.Fact.Path == "system.vendor")
            .SelectMany(test => test.Operand.Alternatives.SelectMany(alternative => alternative.Values)),
    ];
}
