using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Formatting;

/// <summary>The order of keys in each kind of file: that in which the binders know them.</summary>
internal static class KeyOrders
{
    /// <summary>The keys of a declared fact: what it is before what it can be.</summary>
    internal static ImmutableArray<string> FactKeys { get; } = ["type", "unit", "role", "meaning", "question", "askWho", "judgement", "changeBy", "sameAs", "values", "fields"];

    /// <summary>The keys of a file of tests.</summary>
    internal static ImmutableArray<string> TestKeys { get; } = ["$schema", "tests", "description", "asOf", "manifests", "cases", "accepted"];

    /// <summary>The keys of a case: what it starts from before what comes of it.</summary>
    internal static ImmutableArray<string> CaseKeys { get; } = ["name", "manifest", "use", "change", "asOf", "expect", "columns", "rows"];

    /// <summary>The keys of a mapping of a table.</summary>
    internal static ImmutableArray<string> MappingKeys { get; } = ["$schema", "mapping", "title", "rows", "facts", "columns", "leftOut", "readings"];

    /// <summary>The keys of a column of such a mapping.</summary>
    internal static ImmutableArray<string> ColumnKeys { get; } = ["column", "fact", "dates", "separator", "values"];

    /// <summary>A rule set.</summary>
    public static KeyOrder RuleSet { get; } = RuleSets();

    /// <summary>A vocabulary.</summary>
    public static KeyOrder Vocabulary { get; } = new() { First = VocabularyBinder.Keys, Within = Map(("facts", Facts())) };

    /// <summary>A manifest: the facts between the title and the uses stay as they are.</summary>
    public static KeyOrder Manifest { get; } = new()
    {
        First = [.. ManifestBinder.OwnKeys.Where(key => key != "uses")],
        Last = ["uses"],
        Within = Map(("period", Ordered(ManifestBinder.PeriodKeys)), ("uses", Ordered(ManifestBinder.OwnUseKeys).Listed())),
    };

    /// <summary>A file of tests.</summary>
    public static KeyOrder Tests { get; } = new()
    {
        First = TestKeys,
        Within = Map(
            ("cases", Ordered(CaseKeys).Listed()),
            ("accepted", Ordered(["mutant", "reason"]).Listed())),
    };

    /// <summary>A mapping of a table.</summary>
    public static KeyOrder Mapping { get; } = new()
    {
        First = MappingKeys,
        Within = Map(
            ("rows", Ordered(["name", "title", "description"])),
            ("columns", Ordered(ColumnKeys).Listed()),
            ("leftOut", Ordered(["column", "why"]).Listed()),
            ("readings", Ordered(["row", "is", "why", "facts"]).Listed())),
    };

    /// <summary>A file of waivers.</summary>
    public static KeyOrder Waivers { get; } = new() { First = WaiverBinder.FileKeys, Within = Map(("waivers", Ordered(WaiverBinder.Keys).Listed())) };

    private static KeyOrder RuleSets()
    {
        var inForce = Ordered(PeriodBinder.InForceKeys).Listed();
        var unresolved = Ordered(PeriodBinder.UnresolvedKeys).Listed();
        var waivable = Ordered(WaivabilityBinder.Keys);
        var exception = new KeyOrder { First = RuleBinder.ExceptionKeys, Within = Map(("inForce", inForce)) };
        var rule = new KeyOrder { First = RuleBinder.Keys, Within = Map(("inForce", inForce), ("unresolved", unresolved), ("unless", exception.Listed()), ("waivable", waivable)) };
        var parameter = new KeyOrder { First = RuleSetBinder.ParameterKeys, Within = Map(("values", Ordered(RuleSetBinder.ValueKeys).Listed())) };
        return new()
        {
            First = RuleSetBinder.Keys,
            Within = Map(
                ("alsoBinds", Ordered(ScopeBinder.ReachKeys).Listed()),
                ("preempts", Ordered(ScopeBinder.PreemptionKeys).Listed()),
                ("sources", Ordered(SourceBinder.Keys).Listed()),
                ("inForce", inForce),
                ("unresolved", unresolved),
                ("parameters", new() { Others = parameter }),
                ("facts", Facts()),
                ("waivable", waivable),
                ("rules", rule.Listed()),
                ("notEncoded", Ordered(ProvisionBinder.Keys).Listed())),
        };
    }

    private static KeyOrder Facts() => new() { Others = new() { First = FactKeys, Within = Map(("fields", new() { Others = Ordered(FactKeys) })) } };

    private static KeyOrder Ordered(ImmutableArray<string> keys) => new() { First = keys };

    private static ImmutableDictionary<string, KeyOrder> Map(params (string Key, KeyOrder Order)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Order, StringComparer.Ordinal);
}
