using System.Collections.Immutable;
using PolicyCheck.Reading;

namespace PolicyCheck.Formatting;

/// <summary>The order in which the keys of a mapping are printed, and that of the mappings in it.</summary>
internal sealed record KeyOrder
{
    /// <summary>The order of what an author arranges freely, such as conditions.</summary>
    public static KeyOrder Free { get; } = new();

    /// <summary>The keys that come first, in this order; empty for a mapping that keeps the author's order.</summary>
    public ImmutableArray<string> First { get; init; } = [];

    /// <summary>The keys that come last, in this order.</summary>
    public ImmutableArray<string> Last { get; init; } = [];

    /// <summary>The order within the value of a key.</summary>
    public ImmutableDictionary<string, KeyOrder> Within { get; init; } = ImmutableDictionary<string, KeyOrder>.Empty;

    /// <summary>The order within the value of any other key, or null.</summary>
    public KeyOrder? Others { get; init; }

    /// <summary>The order within the items of a sequence, or null.</summary>
    public KeyOrder? Items { get; init; }

    /// <summary>Whether the author's order is kept.</summary>
    public bool IsFree => First.IsEmpty && Last.IsEmpty;

    /// <summary>The order within the value of a key.</summary>
    public KeyOrder Of(string key) => Within.GetValueOrDefault(key) ?? Others ?? Free;

    /// <summary>The order within an item.</summary>
    public KeyOrder OfItem() => Items ?? Free;

    /// <summary>The entries of a mapping in the order in which they are printed.</summary>
    public IEnumerable<T> Sort<T>(IEnumerable<T> entries, Func<T, string> key) => IsFree ? entries : entries.OrderBy(entry => Rank(key(entry)));

    /// <summary>The same order for each item of a sequence.</summary>
    public KeyOrder Listed() => new() { Items = this };

    /// <summary>The order for a document, by the key that names its kind.</summary>
    public static KeyOrder OfDocument(Node document) => document switch
    {
        MappingNode mapping when mapping["ruleSet"] is not null => KeyOrders.RuleSet,
        MappingNode mapping when mapping["vocabulary"] is not null => KeyOrders.Vocabulary,
        MappingNode mapping when mapping["manifest"] is not null => KeyOrders.Manifest,
        MappingNode mapping when mapping["tests"] is not null => KeyOrders.Tests,
        MappingNode mapping when mapping["mapping"] is not null => KeyOrders.Mapping,
        MappingNode mapping when mapping["waivers"] is not null => KeyOrders.Waivers,
        _ => Free,
    };

    private int Rank(string key) => First.IndexOf(key) is >= 0 and var first ? first : First.Length + 1 + Last.IndexOf(key);
}
