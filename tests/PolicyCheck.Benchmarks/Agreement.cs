using PolicyCheck.Benchmarks.Floor;
using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks;

/// <summary>Whether everything that is measured comes to the same, without which no time means anything.</summary>
internal static class Agreement
{
    /// <summary>How many manifests are compared.</summary>
    public const int Population = 10_000;

    /// <summary>Compares PolicyCheck with the hand-written delegates, on manifests that state all facts and on manifests that leave some out.</summary>
    /// <param name="subject">PolicyCheck with the first rules.</param>
    /// <param name="count">How many rules.</param>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Check(Subject subject, int count)
    {
        var rules = FloorRules.All[..count];
        foreach (var missing in new[] { 0, 3 })
        {
            var seen = new Dictionary<Assessments.RuleOutcome, int>();
            foreach (var drawn in ManifestGenerator.Manifests(missing == 0 ? Population : Population / 10, missing))
            {
                var outcomes = subject.Outcomes(subject.Read($"{drawn.Name}.manifest.yaml", ManifestText.Yaml(drawn)));
                var deployment = new Deployment(drawn);
                for (var i = 0; i < count; i++)
                {
                    var expected = rules[i](deployment);
                    seen[expected] = seen.GetValueOrDefault(expected) + 1;
                    if (outcomes[i] != expected)
                    {
                        throw new InvalidOperationException($"rule {i} of {drawn.Name}: PolicyCheck says {outcomes[i]}, the delegate {expected}");
                    }
                }
            }

            Console.WriteLine($"{count} rules, {missing} facts missing: PolicyCheck and the delegates agree: {string.Join(", ", seen.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"))}");
        }
    }
}
