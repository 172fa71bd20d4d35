using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>
/// The values that an unknown fact could have, as far as a rule can tell them apart: one for each combination of truths
/// that the rule's tests of the fact can take together.
/// </summary>
/// <param name="evaluator">What evaluates leaves on the day.</param>
/// <param name="day">The day asked about.</param>
internal sealed class Completions(LeafEvaluator evaluator, DateOnly day)
{
    // Beyond this many sets of values the tests are taken as independent.
    private const int MostSets = 4096;

    // The sets of twelve places would be too many.
    private const int MostPlaces = 11;

    /// <summary>The combinations of truths that tests of one fact can take, each once, with a value that leads to it; null where nobody can tell.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="stated">What is stated of it without deciding the tests, or null.</param>
    /// <param name="leaves">The tests.</param>
    public ImmutableArray<Completion>? Of(FactDeclaration fact, Value? stated, ImmutableArray<Leaf> leaves)
    {
        var operands = leaves.Select(leaf => LeafEvaluator.OperandOf(leaf) is { } operand ? evaluator.Resolve(operand) : null).ToList();
        switch (AspectOf(leaves[0]))
        {
            case FactAspect.Basis:
                return OfBasis(leaves);
            case FactAspect.Day:
                return OfDay(leaves, operands);
        }

        if (fact.Type == FactType.Records || leaves.OfType<Test>().Any(test => test.Operator == TestOperator.Matches))
        {
            return null;
        }

        var constants = operands.SelectMany(operand => operand ?? []).ToList();
        var candidates = Candidates(fact, stated, constants, [.. leaves.Cast<Test>()], operands);
        if (candidates is null)
        {
            return null;
        }

        var combinations = candidates
            .Select(value => (Value: value, Truths: leaves.Select((leaf, i) => evaluator.Evaluate(leaf, new KnownFact(value), operands[i])).ToList()))
            .Where(candidate => !candidate.Truths.Contains(Truth.Unknown))
            .Select(candidate => (candidate.Value, Key: new string([.. candidate.Truths.Select(truth => truth == Truth.True ? '1' : '0')])))
            .DistinctBy(candidate => candidate.Key, StringComparer.Ordinal)
            .OrderBy(candidate => candidate.Key, StringComparer.Ordinal)
            .Select(candidate => new Completion([.. candidate.Key.Select(letter => letter == '1')], candidate.Value))
            .ToImmutableArray();
        return combinations.IsEmpty ? null : combinations;
    }

    /// <summary>What of its fact a test asks about; that a fact is stated at all is the least that a basis can be.</summary>
    /// <param name="leaf">The test.</param>
    public static FactAspect AspectOf(Leaf leaf) => leaf switch
    {
        BasisTest or Test { Operator: TestOperator.Known } => FactAspect.Basis,
        AgeTest => FactAspect.Day,
        _ => FactAspect.Value,
    };

    /// <summary>A value that a fact could have, where no test asks for one.</summary>
    /// <param name="fact">The fact.</param>
    public Value Any(FactDeclaration fact) => fact.Type switch
    {
        FactType.Flag => new FlagValue(true),
        FactType.Text => new TextValue(Fresh([])),
        FactType.Choice => new TextValue(fact.Values[0].Value),
        FactType.Choices => new TermsValue([fact.Values[0].Value]),
        FactType.Number => new NumberValue(1),
        FactType.Duration => new DurationValue(new(1, fact.Unit == "working-days" ? DurationUnit.WorkingDays : DurationUnit.Days)),
        FactType.Date => new DateValue(day),
        FactType.Place => new PlaceValue(Part(Place.World, [], "elsewhere")),
        FactType.Places => new PlacesValue([Part(Place.World, [], "elsewhere")]),
        _ => new RecordsValue([]),
    };

    // The bases are ordered: what is attested is measured, documented and stated as well. None of those asked for is always possible.
    private static ImmutableArray<Completion> OfBasis(ImmutableArray<Leaf> leaves)
    {
        var levels = leaves.Select(leaf => leaf is BasisTest test ? test.Basis : Basis.Claimed).ToList();
        return [.. levels.Distinct().Order().Select(level => (Basis?)level).Prepend(null).Select(reached => new Completion([.. levels.Select(level => level <= reached)], null)
        {
            Basis = reached ?? (levels.Contains(Basis.Claimed) ? null : Basis.Claimed),
        })];
    }

    private ImmutableArray<Completion> OfDay(ImmutableArray<Leaf> leaves, List<ImmutableArray<Value>?> operands) =>
    [
        .. Turns(operands)
            .Select(on => (On: on, Truths: leaves.Select((leaf, i) => evaluator.Evaluate(leaf, new(new FlagValue(true), On: on), operands[i]) == Truth.True).ToImmutableArray()))
            .DistinctBy(candidate => string.Concat(candidate.Truths.Select(truth => truth ? '1' : '0')), StringComparer.Ordinal)
            .Select(candidate => new Completion(candidate.Truths, null) { On = candidate.On }),
    ];

    private IEnumerable<Value>? Candidates(FactDeclaration fact, Value? stated, List<Value> constants, ImmutableArray<Test> tests, List<ImmutableArray<Value>?> operands) => fact.Type switch
    {
        FactType.Flag => [new FlagValue(false), new FlagValue(true)],
        FactType.Choice => fact.Values.Select(value => new TextValue(value.Value)),
        FactType.Text => constants.Append(new TextValue(Fresh(constants.OfType<TextValue>().Select(text => text.Text)))),
        FactType.Number => Numbers.Around(constants.OfType<NumberValue>().Select(value => value.Number), fact).Select(number => new NumberValue(number)),
        FactType.Duration => Durations.Around(constants.OfType<DurationValue>().Select(value => value.Duration), (stated as DurationValue)?.Duration, fact).Select(duration => new DurationValue(duration)),
        FactType.Date => Dates(constants, tests, operands),
        FactType.Choices => TermSets(fact, tests, operands),
        FactType.Place => PlaceCandidates(stated is PlaceValue one ? [one.Place] : null, constants).Select(place => new PlaceValue(place)),
        _ => PlaceSets(stated as PlacesValue, constants),
    };

    private static string Fresh(IEnumerable<string> taken) => string.Concat(taken.Append("x"));

    private IEnumerable<Value> Dates(List<Value> constants, ImmutableArray<Test> tests, List<ImmutableArray<Value>?> operands)
    {
        var turns = constants.OfType<DateValue>().Select(value => value.Date).ToList();
        foreach (var (test, operand) in tests.Zip(operands).Where(pair => pair.First.Operator == TestOperator.WithinSpan && pair.Second is not null))
        {
            turns.AddRange(Ends(operand));
        }

        return Around(turns).Select(date => new DateValue(date));
    }

    private IEnumerable<DateOnly> Turns(List<ImmutableArray<Value>?> spans) => Around(spans.SelectMany(Ends));

    private IEnumerable<DateOnly> Ends(ImmutableArray<Value>? spans) => (spans ?? []).OfType<DurationValue>().Select(span => span.Duration.Before(day)).Append(day);

    private static IEnumerable<DateOnly> Around(IEnumerable<DateOnly> turns) => turns
        .SelectMany(turn => new[] { turn.DayNumber - 1, turn.DayNumber, turn.DayNumber + 1 })
        .Where(number => number >= 0 && number <= DateOnly.MaxValue.DayNumber)
        .Distinct()
        .Select(DateOnly.FromDayNumber);

    // Values that the tests treat alike are taken together: of such a group a set can have none, some or all.
    private static IEnumerable<Value>? TermSets(FactDeclaration fact, ImmutableArray<Test> tests, List<ImmutableArray<Value>?> operands)
    {
        var groups = fact.Values
            .GroupBy(value => new string([.. tests.Select((_, i) => (operands[i] ?? []).Contains(new TextValue(value.Value)) ? '1' : '0')]), StringComparer.Ordinal)
            .Select(group => group.Select(value => value.Value).ToList())
            .ToList();
        if (Math.Pow(3, groups.Count) > MostSets)
        {
            return null;
        }

        IEnumerable<ImmutableArray<string>> sets = [[]];
        foreach (var group in groups)
        {
            ImmutableArray<string>[] options = group.Count == 1 ? [[], [group[0]]] : [[], [group[0]], [.. group]];
            sets = sets.SelectMany(set => options.Select(option => set.AddRange(option))).ToList();
        }

        // The shortest first that a person would state; that there is nothing at all last.
        return sets.OrderBy(set => set.IsEmpty ? int.MaxValue : set.Length).Select(set => new TermsValue(set));
    }

    // The places the tests name, and one elsewhere; where a larger place is stated, those within it and one elsewhere in it.
    private static IEnumerable<Place> PlaceCandidates(IEnumerable<Place>? stated, List<Value> constants)
    {
        var named = constants.OfType<PlaceValue>().Select(value => value.Place).Distinct().ToList();
        foreach (var larger in stated ?? [Place.World])
        {
            yield return Part(larger, named, "elsewhere");
            foreach (var place in named.Where(place => !place.IsWorld && place.LiesWithin(larger)))
            {
                yield return Part(place, named, "somewhere");
            }
        }
    }

    // A part of a place that no test names, a real one where ISO 3166 has it: of the world a country, of a country a subdivision,
    // since a town named by its country alone could lie in any.
    private static Place Part(Place place, List<Place> named, string name)
    {
        var real = place.IsWorld ? IsoPlaces.Countries : place.Code.Length == 2 ? IsoPlaces.Codes.Where(code => code.StartsWith(place.Code + "-", StringComparison.Ordinal)) : [];
        Place? found = real.Select(code => new Place(code)).Cast<Place?>().FirstOrDefault(part => part is { } one
            && !named.Exists(other => !other.IsWorld && (other.LiesWithin(one) || (one.LiesWithin(other) && !place.LiesWithin(other)))));
        return found ?? (place.IsWorld ? new("ZZ") : new(place.Code.Length == 2 ? $"{place.Code}-{name.ToUpperInvariant()}" : $"{place.Code}/{name}"));
    }

    private static IEnumerable<Value>? PlaceSets(PlacesValue? stated, List<Value> constants)
    {
        // Places that the tests treat alike need to be tried once only.
        IEnumerable<IEnumerable<Place>> parts = stated is null ? [PlaceCandidates(null, constants)] : stated.Places.Select(place => PlaceCandidates([place], constants));
        IEnumerable<ImmutableArray<Place>> sets = [[]];
        foreach (var part in parts)
        {
            var options = part.Take(MostPlaces + 1).ToList();
            if (options.Count > MostPlaces || sets.Count() << options.Count > MostSets)
            {
                return null;
            }

            var subsets = Enumerable.Range(1, (1 << options.Count) - 1).Select(bits => options.Where((_, i) => ((bits >> i) & 1) == 1).ToList()).ToList();
            sets = sets.SelectMany(set => subsets.Select(subset => set.AddRange(subset))).ToList();
        }

        return sets.Select(set => new PlacesValue(set));
    }
}

/// <summary>A value that a fact could have, and the truths that its tests take then.</summary>
/// <param name="Truths">The truth of each test, in their order.</param>
/// <param name="Value">A value that leads to them, or null where none is known that does.</param>
internal readonly record struct Completion(ImmutableArray<bool> Truths, Value? Value)
{
    /// <summary>How well the fact is known then, or null where nothing asks or it must stay unstated.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The day of its statement then, or null where nothing asks.</summary>
    public DateOnly? On { get; init; }
}
