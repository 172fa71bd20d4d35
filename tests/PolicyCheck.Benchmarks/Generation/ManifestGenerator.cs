using System.Collections.Immutable;

namespace PolicyCheck.Benchmarks.Generation;

/// <summary>Draws manifests.</summary>
internal static class ManifestGenerator
{
    /// <summary>Draws manifests; the first of more are the same.</summary>
    /// <param name="count">How many.</param>
    /// <param name="missing">How many facts each leaves out; none where evaluators that have two values alone must agree.</param>
    public static IEnumerable<GeneratedManifest> Manifests(int count, int missing = 0)
    {
        var dice = new Dice(2020 + (ulong)missing);
        return Enumerable.Range(0, count).Select(number => Manifest(number, missing, dice));
    }

    private static GeneratedManifest Manifest(int number, int missing, Dice dice)
    {
        ImmutableArray<(GeneratedFact Fact, ImmutableArray<string> Values)> facts = [.. dice
            .Some(GeneratedFacts.All, GeneratedFacts.All.Length - missing)
            .Select(fact => (fact, fact.Kind == FactKind.Choices ? dice.Some(fact.Values, dice.Between(1, 2)).ToImmutableArray() : [dice.Pick(fact.Values)]))];
        return new($"deployment-{number:D7}", facts);
    }
}
