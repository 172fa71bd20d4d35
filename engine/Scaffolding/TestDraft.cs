using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;
using PolicyCheck.Values;

namespace PolicyCheck.Scaffolding;

/// <summary>
/// Drafts tests of a rule set: for each rule a deployment for which it fails, one for which it is kept, and one for each
/// exception. What is expected is what the rules say today; that the text says so too is for a person to find.
/// </summary>
/// <param name="library">The library.</param>
/// <param name="set">The rule set.</param>
/// <param name="today">The day to ask about where the rule set has no first or last day.</param>
/// <param name="engine">What evaluates rules.</param>
public sealed class TestDraft(RuleLibrary library, RuleSet set, DateOnly today, RulesEngineEvaluator engine)
{
    /// <summary>The test file; null where no case could be drafted.</summary>
    /// <param name="schema">The path of its schema from its folder.</param>
    public string? Write(string schema)
    {
        var programs = RulePrograms.Of(library);
        var cases = set.Rules.SelectMany(rule => Cases(rule, programs[rule.QualifiedId].Value)).ToList();
        var draft = Text(schema, cases.Select(one => (one, Words.Of(RuleOutcome.Fail))));
        var file = TestFileReader.Read(new($"{set.Id}_test.yaml", Encoding.UTF8.GetBytes(draft)), library, _ => null);
        if (cases.Count == 0 || file.HasErrors)
        {
            return null;
        }

        var runner = new TestRunner(file, library, engine);
        return Text(schema, cases.Zip(file.Cases.Select(runner.Run), (one, result) => (one, Outcome(one.Rule, result))));
    }

    private IEnumerable<Case> Cases(Rule rule, RuleProgram program)
    {
        var day = Day(rule);
        var space = new FactSpace(library.Vocabulary, day, program);
        if (rule.Kind != RuleKind.Permission && Found(() => space.Example(program, Completed.Fail)) is { } broken)
        {
            yield return new(rule, $"{rule.Id} is broken", day, broken);
        }

        if ((rule.Kind != RuleKind.Prohibition) && Found(() => space.Example(program with { Reliefs = [] }, Completed.Pass)) is { } kept)
        {
            yield return new(rule, rule.Kind == RuleKind.Permission ? $"{rule.Id} applies" : $"{rule.Id} is kept", day, kept);
        }

        foreach (var relief in program.Reliefs)
        {
            if (Found(() => space.Difference(program, program with { Reliefs = program.Reliefs.Remove(relief) })) is { } told)
            {
                yield return new(rule, $"{rule.Id} has the exception {relief.Name}", day, told);
            }
        }
    }

    private static Difference? Found(Func<Difference?> search)
    {
        try
        {
            return search() is { Facts: var facts } found && facts.Any(pair => pair.Value is not null) ? found : null;
        }
        catch (DiagramTooLargeException)
        {
            return null;
        }
    }

    private DateOnly Day(Rule rule)
    {
        var periods = rule.InForce.IsEmpty ? set.InForce : rule.InForce;
        return periods.Select(period => period.Period.From ?? period.Period.Until?.AddDays(-1)).FirstOrDefault(day => day is not null) ?? today;
    }

    private static string Outcome(Rule rule, CaseResult result)
    {
        var finding = result.Findings.First(finding => finding.Rule.QualifiedId == rule.QualifiedId);
        var relief = finding.Exceptions.FirstOrDefault(relief => relief.Truth == Truth.True);
        return Words.Of(finding.Outcome) + (finding.Outcome == RuleOutcome.Pass && relief is not null ? $" by {relief.Relief.Name}" : "");
    }

    private string Text(string schema, IEnumerable<(Case Case, string Outcome)> cases)
    {
        var text = new StringBuilder();
        text.Append("# yaml-language-server: $schema=").Append(schema).Append('\n')
            .Append("#\n# Drafted from the rules: each case says what they say today. Read each against the text, and change what the text says\n")
            .Append("# otherwise. `change:` takes facts that differ from the manifest, and `unstated` leaves one out.\n")
            .Append("tests: ").Append(set.Id).Append("\n\ncases:\n");
        foreach (var (one, outcome) in cases)
        {
            text.Append("  - name: ").Append(YamlText.Of(one.Name)).Append("\n    manifest:\n");
            foreach (var example in one.Facts.Facts)
            {
                text.Append(example.Value is { } value ? $"      {example.Fact.Path}: {example.Statement(YamlText.Of(Writable(value), example.Fact))}\n" : "");
            }

            text.Append("    asOf: ").Append(IsoDate.Format(one.AsOf)).Append("\n    expect:\n      ").Append(one.Rule.Id).Append(": ").Append(outcome).Append("\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    // A deployment may be shown in a place that stands for any other place within a country; a manifest names the country then.
    private Value Writable(Value value) => value switch
    {
        PlaceValue place => new PlaceValue(Writable(place.Place)),
        PlacesValue places => new PlacesValue([.. places.Places.Select(Writable).Distinct()]),
        _ => value,
    };

    private Place Writable(Place place) =>
        PlaceParser.TryParse(place.Code, library.Vocabulary, groupsAllowed: false, out _, out _) || place.Code.LastIndexOfAny(['-', '/']) is not (> 0 and var cut)
            ? place
            : Writable(new Place(place.Code[..cut]));

    private sealed record Case(Rule Rule, string Name, DateOnly AsOf, Difference Facts);
}
