using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;

namespace PolicyCheck.Questions;

/// <summary>Writes a question out: what hangs on it, and what its answers lead to.</summary>
internal sealed class QuestionWriter(Assessment assessment, Vocabulary vocabulary, JointSpace space, QuestionOrder order)
{
    private readonly AnswerWords _words = new(vocabulary, assessment.AsOf);

    public Question Write(Asked asked)
    {
        var decides = space.Rules
            .Where(rule => space.Diagram.Explore(rule.Diagram).Support.Overlaps(asked.Variables))
            .Select(rule => (rule.Finding.RuleSet, rule.Finding.Rule))
            .DistinctBy(pair => pair.Rule.QualifiedId);
        return new(asked.Fact, space.Stated(asked.Fact), [.. decides], Leads(asked));
    }

    private ImmutableArray<Lead> Leads(Asked asked)
    {
        var support = space.Diagram.Explore(space.Answer).Support;
        var variables = asked.Variables.Where(support.Contains).ToList();
        var answers = variables.SelectMany(number => _words.Of(space.Variables[number], asked.Fact.Fact).Select(answer => (
            answer.Words,
            Answer: space.Diagram.Restrict(space.Answer, number, answer.Value),
            Verdict: space.Diagram.Restrict(space.Verdict, number, answer.Value)))).ToList();
        if (variables.Count > 1 && variables.TrueForAll(number => !space.Variables[number].Group.IsEmpty))
        {
            answers.Add(("none of these", None(space.Answer), None(space.Verdict)));
        }

        return
        [
            .. answers
                .GroupBy(answer => answer.Answer)
                .Select(group => Lead([.. group.Select(answer => answer.Words).Distinct(StringComparer.Ordinal)], group.Key, group.Select(answer => answer.Verdict)))
                .OrderByDescending(lead => lead.IsSettled)
                .ThenBy(lead => lead.AtMost),
        ];

        int None(int diagram) => variables.Aggregate(diagram, (rest, number) => space.Diagram.Restrict(rest, number, 0));
    }

    private Lead Lead(ImmutableArray<string> words, int answer, IEnumerable<int> verdicts) => new(
        words,
        [.. verdicts.SelectMany(verdict => space.Verdicts(verdict)).Distinct().Order()],
        answer < 0,
        order.Decisive(answer).Length);
}
