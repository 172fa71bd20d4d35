using System.Collections.Immutable;
using System.Globalization;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>
/// Turns rules into programs: Dynamic LINQ text made of the connectives of three-valued logic and of calls on <see cref="FactReader"/> with numbers,
/// never of an author's words. The text is true where the rule is kept or doesn't speak, and false where it fails.
/// </summary>
public static class RuleCompiler
{
    /// <summary>The name under which expressions know the reader.</summary>
    public const string ReaderName = "f";

    /// <summary>Compiles a rule.</summary>
    /// <param name="set">Its rule set.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="overriding">The permissions that override it, with their rule sets.</param>
    /// <param name="overridden">For a permission the rules it overrides, with their rule sets; it speaks only where one of them does.</param>
    /// <param name="vocabulary">The vocabulary, which declares the fact <c>places</c>.</param>
    public static RuleProgram Compile(
        RuleSet set,
        Rule rule,
        IEnumerable<(RuleSet Set, Rule Rule)> overriding,
        IEnumerable<(RuleSet Set, Rule Rule)> overridden,
        Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(overriding);
        ArgumentNullException.ThrowIfNull(overridden);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var trigger = Trigger(set, rule, vocabulary);
        if (rule.Kind == RuleKind.Permission)
        {
            trigger = new AllOf(rule.Location, [trigger, new AnyOf(rule.Location, [.. overridden.Select(pair => Trigger(pair.Set, pair.Rule, vocabulary))])]);
        }

        var requirement = rule.Kind == RuleKind.Requirement ? rule.Demand : null;
        ImmutableArray<Relief> reliefs =
        [
            .. rule.Exceptions.Select(exception => new Relief(
                exception.Id, exception.Title, set.Id, exception.Citation, IsPermission: false, exception.When, [exception.InForce])
            {
                Source = set.FindSource(exception.Citation.SourceId),
            }),
            .. overriding.Select(pair => new Relief(
                pair.Rule.QualifiedId, pair.Rule.Title, pair.Set.Id, pair.Rule.Citation, IsPermission: true, Trigger(pair.Set, pair.Rule, vocabulary), [pair.Set.InForce, pair.Rule.InForce])
            {
                Source = pair.Set.FindSource(pair.Rule.Citation.SourceId),
                Unresolved = [.. pair.Set.Unresolved, .. pair.Rule.Unresolved],
            }),
        ];
        var writer = new ExpressionWriter();
        var speaks = $"{ReaderName}.{nameof(FactReader.Speaks)}({writer.Write(trigger)})";
        ImmutableArray<string> kept = [.. requirement is null ? [] : new[] { writer.Write(requirement) }, .. reliefs.Select((relief, index) => Both([$"{ReaderName}.{nameof(FactReader.InForce)}({Number(index)})", writer.Write(relief.Condition)]))];
        var text = rule.Kind == RuleKind.Permission ? speaks : kept.IsEmpty ? $"!{speaks}" : $"!{speaks}||{Either(kept)}";
        return new(set, rule, trigger, requirement, reliefs, writer.Leaves, text);
    }

    /// <summary>What makes a rule speak.</summary>
    /// <param name="set">Its rule set.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="vocabulary">The vocabulary, which declares the fact <c>places</c>.</param>
    public static Condition Trigger(RuleSet set, Rule rule, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var parts = new[]
        {
            Here(set, vocabulary),
            rule.When,
            rule.Kind == RuleKind.Requirement ? null : rule.Demand,
        }.OfType<Condition>().ToImmutableArray();
        return parts is [var only] ? only : new AllOf(rule.Location, parts);
    }

    // Where a rule set binds everywhere nothing needs to be asked.
    private static Condition? Here(RuleSet set, Vocabulary vocabulary)
    {
        if (set.Jurisdictions.Contains(Place.World) || vocabulary.Find("places") is not { } places)
        {
            return null;
        }

        var within = new Test(set.Location, places, TestOperator.WithinPlace, Operand.Constant([.. set.Jurisdictions.Select(place => new PlaceValue(place))]));
        return set.Reaches.IsEmpty ? within : new AnyOf(set.Location, [within, .. set.Reaches.Select(reach => reach.When)]);
    }

    private static string Both(ImmutableArray<string> parts) => Join(parts.AsSpan(), "&&", "true");

    private static string Either(ImmutableArray<string> parts) => Join(parts.AsSpan(), "||", "false");

    // A balanced tree, so that a long list doesn't nest deeply.
    private static string Join(ReadOnlySpan<string> parts, string sign, string none)
    {
        if (parts.Length < 2)
        {
            return parts.IsEmpty ? none : parts[0];
        }

        var half = (parts.Length + 1) / 2;
        return $"({Join(parts[..half], sign, none)}{sign}{Join(parts[half..], sign, none)})";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class ExpressionWriter
    {
        private readonly ImmutableArray<Leaf>.Builder _leaves = ImmutableArray.CreateBuilder<Leaf>();

        public ImmutableArray<Leaf> Leaves => _leaves.ToImmutable();

        public string Write(Condition condition) => condition switch
        {
            AllOf all => Both([.. all.Parts.Select(Write)]),
            AnyOf any => Either([.. any.Parts.Select(Write)]),
            Negation negation => $"!({Write(negation.Part)})",
            Defined defined => Write(defined.Body),
            Leaf leaf => WriteLeaf(leaf),
            _ => throw new InvalidOperationException($"no expression for {condition.GetType().Name}"),
        };

        private string WriteLeaf(Leaf leaf)
        {
            _leaves.Add(leaf);
            return $"{ReaderName}.{nameof(FactReader.Test)}({Number(_leaves.Count - 1)})";
        }
    }
}
