using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Timelines;

/// <summary>What of conditions is other on a day than on the day before: parameters, members of groups, and days that are reached or grow stale.</summary>
/// <param name="vocabulary">The vocabulary, which names places.</param>
internal sealed class DatedCauses(Vocabulary vocabulary)
{
    /// <summary>The reasons that some conditions hold.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="facts">What is known of the use.</param>
    /// <param name="set">The rule set that they belong to.</param>
    /// <param name="waiver">The waiver whose conditions they are, or null.</param>
    /// <param name="day">The day.</param>
    public IEnumerable<Cause> Of(IEnumerable<Condition> conditions, UseFacts facts, RuleSet set, string? waiver, DateOnly day)
    {
        var limits = waiver is null ? set.Title : $"the waiver {waiver}";
        return conditions.SelectMany(NestedLeaves.Of).SelectMany(test =>
            Parameter(test.Leaf, set, day)
                .Concat(Members(test.Leaf, test.List is null ? facts.Stated[test.Leaf.Fact.Slot] : null, set, day))
                .Concat(Span(test.Leaf, test.List, facts, set, limits, day)));
    }

    /// <summary>That days pass, where a day that isn't stated is measured back from them.</summary>
    /// <param name="conditions">The conditions of a rule.</param>
    /// <param name="facts">What is known of the use.</param>
    /// <param name="set">Its rule set.</param>
    public static IEnumerable<Cause> Calendar(IEnumerable<Condition> conditions, UseFacts facts, RuleSet set) => SpanTests.In(conditions)
        .Where(tests => !tests.Stated(facts).Any())
        .Select(tests => new Cause(CauseKind.Calendar, $"with the day asked about, what {tests.Fact.Path} could be changes: it isn't stated, and {set.Title} measures it back from that day by {FindingText.Listed([.. tests.Spans.Select(span => span.ToString())])}") { RuleSet = set });

    private static IEnumerable<Cause> Parameter(Leaf leaf, RuleSet set, DateOnly day)
    {
        if (LeafEvaluator.OperandOf(leaf) is not { Parameter: { } name } operand)
        {
            yield break;
        }

        var (before, now) = (Text(operand, day.AddDays(-1)), Text(operand, day));
        if (before != now)
        {
            var parameter = set.Parameters.FirstOrDefault(one => one.Name == name);
            yield return new(CauseKind.Parameter, $"{name}{(parameter is null ? "" : $" ({parameter.Meaning.TrimEnd('.')})")} changes from {before} to {now}") { RuleSet = set };
        }

        string Text(Operand read, DateOnly on) => read.On(on) is { } values ? FindingText.Listed([.. values.Select(value => Wording.Plain.Value(value, leaf.Fact))]) : "no value";
    }

    private IEnumerable<Cause> Members(Leaf leaf, StatedFact? said, RuleSet set, DateOnly day)
    {
        var stated = said?.Value switch { PlacesValue many => many.Places, PlaceValue one => [one.Place], _ => default };
        return from value in LeafEvaluator.OperandOf(leaf)?.Alternatives.SelectMany(alternative => alternative.Values).OfType<PlaceValue>() ?? []
               let found = vocabulary.FindGroup(value.Place.Code)
               where found is not null
               from member in found.Members
               where member.Period.From == day || member.Period.Until == day
               where leaf.Fact.Type is not (FactType.Place or FactType.Places) || stated.IsDefault || stated.Any(place => place.IsIn(member.Place) != Truth.False)
               select new Cause(CauseKind.Membership, $"{vocabulary.NameOf(member.Place)} {(member.Period.From == day ? "joins" : "leaves")} {found.Title}") { RuleSet = set };
    }

    private static IEnumerable<Cause> Span(Leaf leaf, FactDeclaration? list, UseFacts facts, RuleSet set, string limits, DateOnly day)
    {
        var isOfStatement = leaf is AgeTest;
        if ((!isOfStatement && leaf.Fact.Type != FactType.Date) || LeafEvaluator.OperandOf(leaf)?.On(day) is not [DurationValue { Duration: var span }])
        {
            yield break;
        }

        var name = isOfStatement ? $"what is stated of {leaf.Fact.Path}" : list is null ? leaf.Fact.Path : $"{list.Path}, {leaf.Fact.Path}";
        foreach (var (date, stated) in new SpanTests(leaf.Fact, list, isOfStatement, [span], []).Stated(facts))
        {
            if (date == day)
            {
                yield return At(CauseKind.Reached, $"{name} is {IsoDate.Format(date)}, and that day is reached", stated);
            }
            else if (date < day && date >= span.Before(day.AddDays(-1)) && date < span.Before(day))
            {
                yield return At(CauseKind.Stale, $"{name} of {IsoDate.Format(date)} goes stale: {limits} takes what is at most {span} old", stated);
            }
        }

        Cause At(CauseKind kind, string sentence, StatedFact stated) => new(kind, sentence) { RuleSet = set, Location = stated.Location };
    }
}
