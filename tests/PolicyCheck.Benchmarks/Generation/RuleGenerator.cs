using System.Collections.Immutable;

namespace PolicyCheck.Benchmarks.Generation;

/// <summary>Draws rules of the size of real ones: a trigger of two to four tests, mostly an exception or two, and every second time a requirement.</summary>
internal static class RuleGenerator
{
    /// <summary>The rules of all benchmarks; fewer of them are the first of them.</summary>
    /// <param name="count">How many.</param>
    public static ImmutableArray<GeneratedRule> Rules(int count)
    {
        var dice = new Dice(7);
        return [.. Enumerable.Range(0, count).Select(number => Rule(number, dice))];
    }

    private static GeneratedRule Rule(int number, Dice dice)
    {
        var unread = GeneratedFacts.All.ToList();
        var when = Conjunction(dice.Between(2, 4));
        var requires = dice.Chance(50) ? Conjunction(dice.Between(1, 2)) : [];
        var unless = Enumerable.Range(0, dice.Pick([0, 1, 1, 2])).Select(_ => Conjunction(dice.Between(1, 2))).ToImmutableArray();
        return new(number, when, requires, unless);

        // Of conjunctions with three tests or more two are alternatives, as in "police, or somebody on their behalf".
        ImmutableArray<AnyTest> Conjunction(int tests)
        {
            var drawn = Enumerable.Range(0, tests).Select(_ => Test(Draw(), dice)).ToList();
            return tests < 3 ? [.. drawn.Select(test => new AnyTest([test]))] : [.. drawn.Skip(2).Select(test => new AnyTest([test])), new AnyTest([.. drawn.Take(2)])];
        }

        GeneratedFact Draw()
        {
            var fact = dice.Pick(unread);
            unread.Remove(fact);
            return fact;
        }
    }

    private static GeneratedTest Test(GeneratedFact fact, Dice dice)
    {
        var kind = dice.Pick(Kinds(fact.Kind));
        var half = (fact.Values.Length + 1) / 2;
        return new(fact, kind, kind switch
        {
            TestKind.In or TestKind.NotIn or TestKind.IncludesAny or TestKind.IncludesNone => [.. dice.Some(fact.Values, half)],
            TestKind.IncludesAll => [.. dice.Some(fact.Values, 2)],
            TestKind.Within => [.. dice.Some(fact.Values, half).Select(place => dice.Chance(60) ? place.Split('-', '/')[0] : place).Distinct()],
            TestKind.Is or TestKind.IsNot => [dice.Pick(fact.Values)],
            _ => [fact.Values[dice.Between(1, fact.Values.Length - 2)]],
        });
    }

    private static IReadOnlyList<TestKind> Kinds(FactKind kind) => kind switch
    {
        FactKind.Flag => [TestKind.Is],
        FactKind.Text or FactKind.Choice => [TestKind.Is, TestKind.IsNot, TestKind.In, TestKind.In, TestKind.NotIn],
        FactKind.Choices => [TestKind.IncludesAny, TestKind.IncludesAny, TestKind.IncludesNone, TestKind.IncludesAll],
        FactKind.Date => [TestKind.Before, TestKind.OnOrAfter],
        FactKind.Places => [TestKind.Within],
        _ => [TestKind.AtLeast, TestKind.MoreThan, TestKind.AtMost, TestKind.LessThan],
    };
}
