using System.Collections.Immutable;
using System.Globalization;
using PolicyCheck.Mutation;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes what became of mutants for a person at a terminal: a line for each file, every survivor, and why others are accepted.</summary>
internal static class MutationPage
{
    /// <summary>Writes results.</summary>
    /// <param name="results">The results.</param>
    /// <param name="page">A new page.</param>
    /// <param name="stream">Where to write.</param>
    public static void Write(ImmutableArray<MutationResult> results, TextPage page, Stream stream)
    {
        foreach (var result in results)
        {
            Write(result, page);
        }

        page.Gap();
        var survived = results.Sum(result => result.Count(Fate.Survived));
        page.Line(0, TextPage.Styled(
            $"{results.Sum(result => result.Mutants.Length)} mutants: {Sum(Fate.Killed)} killed, {survived} survived, {Sum(Fate.Accepted)} accepted, {Sum(Fate.Equivalent)} equivalent; score {MutationResult.Score(results).ToString("0.#", CultureInfo.InvariantCulture)} %",
            survived > 0 ? "bold red" : "bold green"));
        page.WriteTo(stream);

        int Sum(Fate fate) => results.Sum(result => result.Count(fate));
    }

    private static void Write(MutationResult result, TextPage page)
    {
        var survived = result.Count(Fate.Survived);
        page.Row(0, 1, survived > 0 ? TextPage.Styled("✗", "bold red") : TextPage.Styled("✓", "bold green"), $"{TextPage.Styled(result.TestPath)}  {TextPage.Styled($"{result.Count(Fate.Killed)} of {result.Mutants.Length - result.Count(Fate.Equivalent)} killed", "dim")}");
        foreach (var mutant in result.Mutants.Where(mutant => mutant.Fate is Fate.Survived or Fate.Accepted))
        {
            var accepted = mutant.Fate == Fate.Accepted;
            page.Row(2, 8, TextPage.Styled(mutant.Id, accepted ? "dim" : "bold"), TextPage.Styled(accepted ? $"accepted: {mutant.Reason} ({mutant.Sentence})" : mutant.Sentence, accepted ? "dim" : ""));
            page.Row(2, 8, "", TextPage.Styled($"{mutant.Path}:{mutant.Line}:{mutant.Column}", "dim"));
        }
    }
}
