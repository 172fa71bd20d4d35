using PolicyCheck.Assessments;
using PolicyCheck.Tests.Generation;
using PolicyCheck.Tests.Oracle;
using PolicyCheck.Values;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>
/// Bytes that choose a vocabulary, rules and manifests: the rules, compiled and run through RulesEngine, come to what an evaluator
/// of its own comes to that walks the conditions' trees.
/// </summary>
internal static class ConditionsTarget
{
    private const int Manifests = 2;

    public static void Try(ReadOnlySpan<byte> bytes)
    {
        var dice = new Dice(new Draws(bytes.ToArray()).Below);
        var options = new AssessmentOptions(dice.Chance(50), dice.Chance(30), dice.Chance(30)) { MinBasis = dice.Pick([Basis.Claimed, Basis.Documented, Basis.Measured, Basis.Attested]) };
        var day = dice.Pick(Pools.Days);
        var generated = GeneratedLibrary.Drawn(dice, Manifests);
        var library = generated.Load();
        var assessor = new Assessor(library);
        var comparison = new Comparison(library, day, options);
        foreach (var manifest in generated.ReadManifests(library))
        {
            var difference = comparison.Difference(manifest, assessor.Assess(manifest, day, options), tryAll: false);
            BrokenException.Unless(difference is null, $"{day:o}, {options}\n{generated}\n{generated.Manifests}\n{difference}");
        }
    }
}
