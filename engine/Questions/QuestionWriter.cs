using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;

namespace PolicyCheck.Questions;

/// <summary>Writes a question out: what hangs on it, and what its answers lead to.</summary>
internal sealed class QuestionWriter(Assessment assessment, Vocabulary vocabulary, JointSpace space, QuestionOrder order)
{
    private readonly AnswerWords _words = new(vocabulary, assessment.AsOf);
    private readonly ImmutableArray<(JointRule Rule, SortedSet<int> Support)> _rules = [.. space.Rules.Select(rule => (rule, space.Reach(rule.Diagram).Variables))];
    private readonly SortedSet<int> _support = space.Reach(space.Answer).Variables;

    public Question Write(Asked asked) => new(
        asked.Fact,
        space.Stated(asked.Fact),
        [.. _rules.Where(pair => pair.Support.Overlaps(asked.Variables)).Select(pair => (pair.Rule.Finding.RuleSet, pair.Rule.Finding.Rule)).DistinctBy(pair => pair.Rule.QualifiedId)],
        Leads(asked));

    private ImmutableArray<Lead> Leads(Asked asked)
    {
        var variables = asked.Variables.Where(_support.Contains).ToList();
        var answers = variables.SelectMany(number => _words.Of(space.Variables[number], asked.Fact.Fact).Select(answer => (answer.Words, Known: new Dictionary<int, int> { [number] = answer.Value }))).ToList();
        if (variables.Count > 1 && variables.TrueForAll(number => !space.Variables[number].Group.IsEmpty))
        {
            answers.Add(("none of these", variables.ToDictionary(number => number, _ => 0)));
        }

        return
        [
            .. answers
                .Select(answer => (answer.Words, Answer: space.Reach(space.Answer, answer.Known), space.Reach(space.Verdict, answer.Known).Verdicts))
                .Select(answer => (answer.Words, answer.Verdicts, IsSettled: answer.Answer.Verdicts.Length == 1, AtMost: answer.Answer.Verdicts.Length == 1 ? 0 : order.AskedAmong(answer.Answer.Variables)))
                .GroupBy(answer => (Verdicts: string.Join(' ', answer.Verdicts), answer.IsSettled, answer.AtMost))
                .Select(group => new Lead([.. group.Select(answer => answer.Words).Distinct(StringComparer.Ordinal)], group.First().Verdicts, group.Key.IsSettled, group.Key.AtMost))
                .OrderByDescending(lead => lead.IsSettled)
                .ThenBy(lead => lead.AtMost),
        ];
    }
}
