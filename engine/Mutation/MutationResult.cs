using System.Collections.Immutable;

namespace PolicyCheck.Mutation;

/// <summary>What became of all mutants of one test file's rule sets.</summary>
/// <param name="TestPath">The test file.</param>
/// <param name="RuleSetPath">The file of the first rule set under test.</param>
/// <param name="Mutants">The mutants, in the order of the text.</param>
public sealed record MutationResult(string TestPath, string RuleSetPath, ImmutableArray<MutantResult> Mutants)
{
    /// <summary>How many of a fate there are.</summary>
    /// <param name="fate">The fate.</param>
    public int Count(Fate fate) => Mutants.Count(mutant => mutant.Fate == fate);

    /// <summary>The killed in per cent of all that aren't equivalent, rounded down to a tenth; accepted ones count as not killed; 100 where there is none.</summary>
    /// <param name="results">The results to count together.</param>
    public static decimal Score(IEnumerable<MutationResult> results)
    {
        var all = results.ToList();
        var (killed, total) = (all.Sum(result => result.Count(Fate.Killed)), all.Sum(result => result.Mutants.Length - result.Count(Fate.Equivalent)));
        return total == 0 ? 100 : decimal.Floor(killed * 1000m / total) / 10;
    }
}
