using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Reference;

/// <summary>What a condition is made of.</summary>
internal static class ConditionParts
{
    /// <summary>The conditions of a rule: its own, what it demands, its exceptions.</summary>
    public static IEnumerable<Condition> Of(Rule rule) =>
        new[] { rule.When, rule.Demand }.OfType<Condition>().Concat(rule.Exceptions.Select(exception => exception.When));

    /// <summary>The definitions that a rule set's conditions use, each once, in the order of the file.</summary>
    public static IReadOnlyList<Defined> Definitions(RuleSet set) =>
    [
        .. set.Rules.SelectMany(Of).SelectMany(condition => Within(condition, new(StringComparer.Ordinal))).OfType<Defined>()
            .DistinctBy(defined => defined.Name, StringComparer.Ordinal)
            .OrderBy(defined => defined.Body.Location.Span.Start),
    ];

    /// <summary>The facts that a rule reads, in ordinal order; fields of records count as the record.</summary>
    public static IReadOnlyList<FactDeclaration> Facts(Rule rule) =>
    [
        .. Of(rule).SelectMany(condition => Leaves(condition, new(StringComparer.Ordinal))).Select(leaf => leaf.Fact)
            .DistinctBy(fact => fact.Path, StringComparer.Ordinal)
            .OrderBy(fact => fact.Path, StringComparer.Ordinal),
    ];

    /// <summary>The values of choices that a rule names, with their meanings, in the order in which it names them.</summary>
    public static IReadOnlyList<(FactDeclaration Fact, DeclaredValue Value)> Values(Rule rule) =>
    [
        .. Of(rule).SelectMany(condition => Within(condition, new(StringComparer.Ordinal))).OfType<Test>()
            .Where(test => test.Fact.Type is FactType.Choice or FactType.Choices)
            .SelectMany(test => test.Operand.Alternatives.SelectMany(alternative => alternative.Values).OfType<TextValue>()
                .SelectMany(value => test.Fact.Values.Where(declared => declared.Value == value.Text).Select(declared => (test.Fact, Value: declared))))
            .Where(named => named.Value.Meaning.Length > 0)
            .Distinct(),
    ];

    // Definitions within definitions grow faster than their text, so each is entered once.
    private static IEnumerable<Condition> Within(Condition condition, HashSet<string> entered) =>
        Parts(condition, entered).SelectMany(part => Within(part, entered)).Prepend(condition);

    private static IEnumerable<Leaf> Leaves(Condition condition, HashSet<string> entered) =>
        condition is Leaf leaf ? [leaf] : Parts(condition, entered).SelectMany(part => Leaves(part, entered));

    private static IEnumerable<Condition> Parts(Condition condition, HashSet<string> entered) => condition switch
    {
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        Negation negation => [negation.Part],
        Defined defined => entered.Add(defined.Name) ? [defined.Body] : [],
        RowTest rows => new[] { rows.Where, rows.Row }.OfType<Condition>(),
        MeasureTest { Where: { } where } => [where],
        _ => [],
    };
}
