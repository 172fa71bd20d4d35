using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Manifests;
using PolicyCheck.Questions;
using PolicyCheck.RuleSets;
using PolicyCheck.Tests.Oracle;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Questions;

/// <summary>Holds the interview of a manifest with every combination of answers, as the program does: one question, then judged anew.</summary>
internal sealed class SimulatedInterview(RuleLibrary library, Assessor assessor, Manifest manifest, DateOnly day, AssessmentOptions options, BestTree tree)
{
    private readonly Prospects _prospects = new(library.Vocabulary, options);

    /// <summary>What an interview left open although nothing more was asked, or null.</summary>
    public string? Unsettled { get; private set; }

    /// <summary>How many questions were asked of all combinations together; null where a fact is asked for that no completion makes decisive.</summary>
    public int? Hold() => Hold([], tree.Size);

    private int? Hold(ImmutableArray<GivenAnswer> answers, int size)
    {
        var prospect = _prospects.Of(assessor.Assess(GivenAnswer.AddTo(manifest, answers), day, options), answers.Select(answer => answer.Open.Name).ToHashSet(StringComparer.Ordinal), onlyNext: true);
        if (prospect.Questions is not [var question, ..])
        {
            // An answer may itself be vague for another rule, such as a month where days are counted.
            var isVague = _prospects.Of(assessor.Assess(GivenAnswer.AddTo(manifest, answers), day, options)).Questions.Any(left => answers.Any(answer => answer.Open.Name == left.Open.Name));
            Unsettled ??= prospect.IsSettled || !prospect.Parameters.IsEmpty || isVague ? null : $"[{string.Join(' ', prospect.Verdicts)}] is left after {string.Join(", ", answers.Select(answer => answer.Line))}";
            return 0;
        }

        if (tree.Facts.Select(fact => tree.Unknowns[fact]).FirstOrDefault(one => one.Fact.Path == question.Open.Fact.Path && (one.Use < 0 ? null : manifest.Uses[one.Use].Id) == question.Open.Use?.Id) is not { } unknown)
        {
            return null;
        }

        var sum = size;
        foreach (var answer in unknown.Answers)
        {
            if (Hold(answers.Add(new(question.Open, answer.Value ?? throw new InvalidOperationException("no value"), Basis.Claimed, null, null)), size / unknown.Answers.Length) is not { } further)
            {
                return null;
            }

            sum += further;
        }

        return sum;
    }
}
