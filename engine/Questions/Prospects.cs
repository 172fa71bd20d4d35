using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Decisions;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>Finds out what a manifest can still come to, over all rules and uses together, and which questions settle it.</summary>
/// <param name="vocabulary">The vocabulary.</param>
/// <param name="options">What counts in the verdict; the documented defaults when null.</param>
public sealed class Prospects(Vocabulary vocabulary, AssessmentOptions? options = null)
{
    private readonly AssessmentOptions _options = options ?? AssessmentOptions.Default;

    /// <summary>What an assessment can still come to.</summary>
    /// <param name="assessment">The assessment, without waivers.</param>
    /// <param name="unanswered">The names (<see cref="OpenFact.Name"/>) of facts that nobody knows and that aren't asked for again; none when null.</param>
    /// <param name="onlyNext">Whether the first question is enough.</param>
    public Prospect Of(Assessment assessment, IReadOnlySet<string>? unanswered = null, bool onlyNext = false)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var settled = OpenRules.Settled(assessment, _options);
        if (settled == Verdict.NonCompliant || !OpenRules.Of(assessment, _options).Any())
        {
            return new([settled], [], [], IsExact: true);
        }

        var skipped = unanswered ?? ImmutableHashSet<string>.Empty;
        var variables = new JointVariables(assessment, vocabulary, _options);
        if (PlaceFirst(variables, skipped) is { } place)
        {
            var asked = new Question(place, Stated(assessment, place), Decided(assessment, place), []);
            return new(Possible(assessment, settled), [asked], [], IsExact: false) { AsksForPlace = true };
        }

        try
        {
            return Exactly(assessment, variables, skipped, onlyNext);
        }
        catch (DiagramTooLargeException)
        {
            return Roughly(assessment, settled, skipped);
        }
    }

    private Prospect Exactly(Assessment assessment, JointVariables variables, IReadOnlySet<string> skipped, bool onlyNext)
    {
        var space = new JointSpace(assessment, variables, _options);
        var order = new QuestionOrder(space, skipped);
        var writer = new QuestionWriter(assessment, vocabulary, space, order);
        var support = space.Reach(space.Answer).Variables;
        var asked = onlyNext ? [.. new[] { order.Next(space.Answer) }.OfType<Asked>()] : Ordered(space, order);
        return new(
            space.Reach(space.Verdict).Verdicts,
            [.. asked.Select(writer.Write)],
            [.. support.Select(number => space.Variables[number].Parameter).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            support.All(number => space.Variables[number].IsExact));
    }

    // Each question is the best after the answer to the one before that leaves the most open; what is never asked on that way comes last.
    private static ImmutableArray<Asked> Ordered(JointSpace space, QuestionOrder order)
    {
        var asked = ImmutableArray.CreateBuilder<Asked>();
        try
        {
            var open = space.Answer;
            while (order.Next(open) is { } next)
            {
                asked.Add(next);
                open = order.MostOpen(open, next);
            }
        }
        catch (DiagramTooLargeException) when (asked.Count > 0)
        {
            // The order of the rest isn't known, but they are the facts that can change it.
        }

        asked.AddRange(order.Decisive(space.Answer).Except(asked));
        return asked.ToImmutable();
    }

    // Whether rules bind at all isn't known where the place isn't, so that comes before all that they ask.
    private static OpenFact? PlaceFirst(JointVariables variables, IReadOnlySet<string> skipped) => variables.All
        .Where(variable => variable is { Fact.Fact.Type: FactType.Place or FactType.Places, IsExact: false })
        .Select(variable => variable.Fact)
        .OfType<OpenFact>()
        .OrderBy(fact => fact.Fact.Path != "places")
        .FirstOrDefault(fact => !skipped.Contains(fact.Name));

    private ImmutableArray<(RuleSet Set, Rule Rule)> Decided(Assessment assessment, OpenFact fact) =>
    [
        .. OpenRules.Of(assessment, _options)
            .Where(pair => (fact.Use is null || assessment.Manifest.Uses[pair.Use] == fact.Use) && pair.Finding.Missing.Any(missing => missing.Path == fact.Fact.Path || missing.SameAs == fact.Fact.Path))
            .Select(pair => (pair.Finding.RuleSet, pair.Finding.Rule))
            .DistinctBy(pair => pair.Rule.QualifiedId),
    ];

    // Too many facts hang together: the facts that each rule hangs on by itself, most rules first.
    private Prospect Roughly(Assessment assessment, Verdict settled, IReadOnlySet<string> skipped)
    {
        var open = OpenRules.Of(assessment, _options).ToList();
        var facts = open
            .SelectMany(pair => pair.Finding.Missing.Select(fact => new OpenFact(fact, fact.IsOfUse ? assessment.Manifest.Uses[pair.Use] : null)))
            .Where(fact => !skipped.Contains(fact.Name))
            .GroupBy(fact => fact.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First());
        return new(
            Possible(assessment, settled),
            [.. facts.Select(fact => new Question(fact, Stated(assessment, fact), Decided(assessment, fact), []))],
            [.. open.SelectMany(pair => pair.Finding.MissingParameters).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            IsExact: false);
    }

    private static ImmutableArray<Verdict> Possible(Assessment assessment, Verdict settled) => assessment.Verdict == Verdict.Indeterminate
        ? [.. Enum.GetValues<Verdict>().Where(verdict => verdict >= settled && verdict != Verdict.Indeterminate)]
        : [assessment.Verdict];

    private Value? Stated(Assessment assessment, OpenFact fact) =>
        UseFacts.Of(assessment.Manifest, fact.Use ?? assessment.Manifest.Uses[0], vocabulary, _options.MinBasis).Known.ValueOf(fact.Fact);
}
