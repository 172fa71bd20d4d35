using PolicyCheck.Assessments;
using PolicyCheck.Benchmarks.Floor;
using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks;

/// <summary>Whether everything that is measured comes to the same, without which no time means anything.</summary>
internal static class Agreement
{
    /// <summary>Compares PolicyCheck with the hand-written delegates, on manifests that state all facts and on manifests that leave some out.</summary>
    /// <param name="subject">PolicyCheck with the first rules.</param>
    /// <param name="count">How many rules.</param>
    /// <param name="population">How many manifests of each kind.</param>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Check(Subject subject, int count, int population)
    {
        foreach (var missing in new[] { 0, 3 })
        {
            var seen = new Dictionary<RuleOutcome, int>();
            foreach (var drawn in ManifestGenerator.Manifests(population, missing))
            {
                var outcomes = subject.Outcomes(subject.Read($"{drawn.Name}.manifest.yaml", ManifestText.Yaml(drawn)));
                var deployment = new Deployment(drawn);
                for (var i = 0; i < count; i++)
                {
                    var expected = FloorRules.All[i](deployment);
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

    /// <summary>Compares a peer with the hand-written delegates, on manifests that state all facts: a peer has two truths, not three.</summary>
    /// <param name="peer">The peer's name.</param>
    /// <param name="manifests">The manifests.</param>
    /// <param name="broken">The names of the rules that each manifest breaks, as the peer has it.</param>
    /// <param name="count">How many rules.</param>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Check(string peer, IReadOnlyList<GeneratedManifest> manifests, IEnumerable<string> broken, int count)
    {
        var compared = 0;
        foreach (var (manifest, said) in manifests.Zip(broken))
        {
            compared++;
            var expected = Broken(manifest, count);
            if (said != expected)
            {
                throw new InvalidOperationException($"{manifest.Name}: {peer} says that it breaks {said}, the delegates {expected}");
            }
        }

        Console.WriteLine(compared == manifests.Count ? $"{count} rules: {peer} agrees on {compared} manifests" : throw new InvalidOperationException($"{peer} judged {compared} of {manifests.Count} manifests"));
    }

    private static string Broken(GeneratedManifest manifest, int count)
    {
        var deployment = new Deployment(manifest);
        return string.Join(' ', RuleGenerator.Rules(count).Where(rule => FloorRules.All[rule.Number](deployment) == RuleOutcome.Fail).Select(rule => rule.Id));
    }
}
