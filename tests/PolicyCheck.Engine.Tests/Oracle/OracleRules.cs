using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

/// <summary>The truth of rules on one day, by the tables of the design's section 4.</summary>
internal sealed class OracleRules(RuleLibrary library, DateOnly day, bool includeProposals, Basis minBasis)
{
    public OracleTests Tests { get; } = new(library.Vocabulary, day);

    public IEnumerable<RuleSet> Considered => library.RuleSets.Where(set => includeProposals || set.Standing != Standing.Proposal);

    /// <summary>What a manifest states for each fact of a use, by path.</summary>
    public Dictionary<string, Statement> Stated(Manifest manifest, Use use) => manifest.Facts.Concat(use.Facts)
        .ToDictionary(fact => fact.Fact.Path, fact => new Statement(fact.Value, fact.Basis, fact.On, (int)fact.Basis >= (int)minBasis), StringComparer.Ordinal);

    /// <summary>Why the rule need not be asked, or null where it must.</summary>
    public FindingReason? Skips(RuleSet set, Rule rule, Dictionary<string, Statement> stated) =>
        !IsInForce(set, rule) ? FindingReason.NotInForce
        : Here(set, leaf => Tests.Of(leaf, stated.GetValueOrDefault(leaf.Fact.Path)), stated.GetValueOrDefault("places")) == false ? FindingReason.Elsewhere
        : null;

    /// <summary>The parts of a rule that have a truth each.</summary>
    public OracleParts Parts(RuleSet set, Rule rule)
    {
        var exceptions = rule.Exceptions.Select(exception => new OracleRelief(exception.Id, Holds(exception.InForce), [exception.When], null));
        var permissions = Considered
            .SelectMany(other => other.Rules.SelectMany(one => one.Overrides
                .Where(named => named.RuleSetId == set.Id && named.RuleId == rule.Id)
                .Select(_ => new OracleRelief(other.Id + "/" + one.Id, IsInForce(other, one), Spoken(one), other))));
        var overridden = rule.Overrides.Select(named =>
        {
            var other = library.RuleSets.Single(one => one.Id == named.RuleSetId);
            return (other, Spoken(other.Rules.Single(one => one.Id == named.RuleId)));
        });
        return new(set, rule, Spoken(rule), [.. overridden], [.. exceptions.Concat(permissions)]);
    }

    public OracleTruths Evaluate(OracleParts parts, Func<Leaf, bool?> leaf, Statement? places)
    {
        var trigger = Here(parts.Set, leaf, places) & All(parts.Spoken, leaf);
        if (parts.Rule.Kind == RuleKind.Permission)
        {
            trigger &= OracleTests.Any(parts.Overridden.Select(other => Here(other.Set, leaf, places) & All(other.Spoken, leaf)));
        }

        bool? requirement = parts.Rule.Kind == RuleKind.Requirement ? Holds(parts.Rule.Demand, leaf) : false;
        var reliefs = parts.Reliefs
            .Select(relief => relief.IsInForce & All(relief.Conditions, leaf) & (relief.Set is { } other ? Here(other, leaf, places) : true))
            .ToImmutableArray();
        return new(trigger, requirement, reliefs, Outcome(parts.Rule.Kind, trigger, requirement | OracleTests.Any(reliefs)));
    }

    public static IEnumerable<Leaf> Leaves(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Leaves),
        AnyOf any => any.Parts.SelectMany(Leaves),
        Negation negation => Leaves(negation.Part),
        Defined defined => Leaves(defined.Body),
        Leaf leaf => [leaf],
        _ => throw new InvalidOperationException("no such condition"),
    };

    /// <summary>Whether a deployment in these places, or in places that nobody stated, is within a rule set's reach.</summary>
    public bool? Here(RuleSet set, Func<Leaf, bool?> leaf, Statement? places)
    {
        if (set.Jurisdictions.Contains(Place.World) || library.Vocabulary.Find("places") is not { } fact)
        {
            return true;
        }

        return leaf(Scope(set, fact));
    }

    /// <summary>The jurisdiction of a rule set as a test of the places, the same object each time.</summary>
    public Leaf? ScopeOf(RuleSet set) =>
        set.Jurisdictions.Contains(Place.World) || library.Vocabulary.Find("places") is not { } fact ? null : Scope(set, fact);

    private readonly Dictionary<string, Leaf> _scopes = new(StringComparer.Ordinal);

    private Leaf Scope(RuleSet set, Facts.FactDeclaration fact)
    {
        if (!_scopes.TryGetValue(set.Id, out var leaf))
        {
            leaf = _scopes[set.Id] = new Test(set.Location, fact, TestOperator.WithinPlace, Operand.Constant([.. set.Jurisdictions.Select(place => new PlaceValue(place))]));
        }

        return leaf;
    }

    private static RuleOutcome Outcome(RuleKind kind, bool? trigger, bool? kept)
    {
        if (trigger == false)
        {
            return RuleOutcome.NotApplicable;
        }

        if (kind == RuleKind.Permission)
        {
            return trigger == true ? RuleOutcome.Pass : RuleOutcome.Indeterminate;
        }

        return kept == true ? RuleOutcome.Pass : trigger == true && kept == false ? RuleOutcome.Fail : RuleOutcome.Indeterminate;
    }

    private static ImmutableArray<Condition> Spoken(Rule rule) =>
        [.. new[] { rule.When, rule.Kind == RuleKind.Requirement ? null : rule.Demand }.OfType<Condition>()];

    private static bool? All(ImmutableArray<Condition> conditions, Func<Leaf, bool?> leaf) => OracleTests.All(conditions.Select(one => Holds(one, leaf)));

    private static bool? Holds(Condition condition, Func<Leaf, bool?> leaf) => condition switch
    {
        AllOf all => OracleTests.All(all.Parts.Select(part => Holds(part, leaf))),
        AnyOf any => OracleTests.Any(any.Parts.Select(part => Holds(part, leaf))),
        Negation negation => !Holds(negation.Part, leaf),
        Defined defined => Holds(defined.Body, leaf),
        Leaf one => leaf(one),
        _ => throw new InvalidOperationException("no such condition"),
    };

    private bool IsInForce(RuleSet set, Rule rule) => set.InForce.Any(period => Tests.Holds(period.Period)) && Holds(rule.InForce);

    private bool Holds(ImmutableArray<InForcePeriod> periods) => periods.Length == 0 || periods.Any(period => Tests.Holds(period.Period));
}

/// <summary>A rule taken apart.</summary>
internal sealed record OracleParts(
    RuleSet Set,
    Rule Rule,
    ImmutableArray<Condition> Spoken,
    ImmutableArray<(RuleSet Set, ImmutableArray<Condition> Spoken)> Overridden,
    ImmutableArray<OracleRelief> Reliefs);

/// <summary>An exception, or a permission of the rule set named.</summary>
internal sealed record OracleRelief(string Name, bool IsInForce, ImmutableArray<Condition> Conditions, RuleSet? Set);

/// <summary>What a rule's parts come to; null stands for unknown.</summary>
internal sealed record OracleTruths(bool? Trigger, bool? Requirement, ImmutableArray<bool?> Reliefs, RuleOutcome Outcome);
