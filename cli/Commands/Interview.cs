using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Explanation;
using PolicyCheck.Manifests;
using PolicyCheck.Questions;

namespace PolicyCheck.Cli.Commands;

/// <summary>Asks one question at a time, the best first, until the verdict is settled, nobody knows more, or whoever answers stops.</summary>
/// <param name="rules">What it goes by.</param>
/// <param name="surroundings">What the program takes from outside.</param>
internal sealed class Interview(InterviewRules rules, Surroundings surroundings)
{
    private readonly Prospects _prospects = new(rules.Library.Vocabulary, rules.Options);

    /// <summary>Holds the interview, says the verdict and writes the manifest with the answers.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="audience">Who is asked, or null for everybody.</param>
    /// <param name="file">Its file.</param>
    public ExitCode Run(Manifest manifest, string? audience, InterviewFile file)
    {
        using var lines = new Lines(surroundings);
        lines.Say(0, $"{manifest.Title}: answer with a value or its number; ? explains, - leaves it unknown, q stops.", "dim");
        var (answers, unknown, number) = (ImmutableArray<GivenAnswer>.Empty, ImmutableHashSet<string>.Empty, 0);
        var assessment = Assess(manifest, answers);
        var prospect = _prospects.Of(assessment, unknown, onlyNext: audience is null);
        var asking = new InterviewQuestion(rules, lines);
        while (!prospect.IsSettled && prospect.Questions.FirstOrDefault(question => audience is null || question.Open.Fact.AskWho == audience) is { } question)
        {
            lines.Say(page => page.Gap());
            var reply = asking.Ask(question, ++number, manifest, answers);
            if (reply.Stops)
            {
                break;
            }

            // Nothing is asked twice, even where an answer isn't known well enough to count.
            (answers, unknown) = (reply.Answer is { } answer ? answers.Add(answer) : answers, unknown.Add(question.Open.Name));
            assessment = Assess(manifest, answers);
            prospect = _prospects.Of(assessment, unknown, onlyNext: audience is null);
            lines.Say(4, reply.Answer is null ? $"left unknown; {Possible(prospect)}" : Possible(prospect), "dim");
        }

        Conclude(lines, assessment, prospect, answers);
        InterviewAnswers.Write(lines, manifest, answers, file, rules.Library.Vocabulary, surroundings);
        return prospect.IsSettled ? ExitCode.Holds : ExitCode.Indeterminate;
    }

    private Assessment Assess(Manifest manifest, ImmutableArray<GivenAnswer> answers) => rules.Assessor.Assess(GivenAnswer.AddTo(manifest, answers), rules.AsOf, rules.Options);

    private static string Possible(Prospect prospect) => prospect.IsSettled
        ? $"that settles it: {QuestionText.Listed(prospect.Verdicts)}"
        : $"still possible: {QuestionText.Listed(prospect.Verdicts)}";

    // What the verdict rests on: the rules that are broken, or those that are kept; of rules that stay open without mattering, how many.
    private void Conclude(Lines lines, Assessment assessment, Prospect prospect, ImmutableArray<GivenAnswer> answers) => lines.Say(page =>
    {
        page.Gap();
        page.Line(0, $"{VerdictWords.Heading(prospect.IsSettled ? prospect.Worst : Verdict.Indeterminate)}  {TextPage.Styled($"after {Amount.Of(answers.Length, "answer")}", "dim")}");
        if (!prospect.IsSettled)
        {
            page.Line(2, TextPage.Styled(QuestionText.Possible(_prospects.Of(assessment))));
        }

        var binding = assessment.Uses.SelectMany(use => use.Findings).Where(finding => !finding.IsAdvisory).ToList();
        var worst = prospect is { IsSettled: true, Worst: Verdict.NonCompliant } ? RuleOutcome.Fail : RuleOutcome.Pass;
        foreach (var finding in binding.Where(finding => finding.Outcome == worst).DistinctBy(finding => finding.Rule.QualifiedId).Take(8))
        {
            page.Row(2, 9, VerdictWords.Mark(finding.Outcome), TextPage.Styled($"{finding.Rule.QualifiedId}: {finding.Rule.Title} ({FindingText.Citation(finding.RuleSet, finding.Rule.Citation)})"));
            if (finding.Outcome == RuleOutcome.Fail && finding.Facts.Length > 0)
            {
                page.Row(2, 9, "", TextPage.Styled($"by {string.Join(", ", finding.Facts.Select(FindingText.Fact))}", "dim"));
            }
        }

        if (prospect.IsSettled && assessment.Verdict == Verdict.Indeterminate)
        {
            var open = binding.Where(finding => finding.Outcome == RuleOutcome.Indeterminate).Select(finding => finding.Rule.QualifiedId).Distinct(StringComparer.Ordinal).Count();
            page.Line(2, TextPage.Styled($"`check` goes rule by rule and calls {Amount.Of(open, "rule")} open still; no answer to what they ask changes this.", "dim"));
        }
    });
}
