using PolicyCheck.Text;
using static PolicyCheck.Text.VisibleText;

namespace PolicyCheck.Reading;

/// <summary>What can be wrong with how the values of a document hang together.</summary>
internal static class StructureProblems
{
    private const int FewAnchors = 50;

    /// <summary>What is wrong with a key, or null.</summary>
    public static Problem? OfKey(Node key, OpenNode mapping)
    {
        var (start, end) = key.Location.Span;
        return key switch
        {
            ScalarNode { IsPlain: true, Value: "" } => NoKey(start, end),
            ScalarNode { IsPlain: true, Value: "<<" } => MergeKey(start, end),
            ScalarNode scalar when mapping.SameKey(scalar.Value) is { } first => Duplicate(scalar, first),
            ScalarNode => null,
            _ => NotText(start, end, key is MappingNode ? "mapping" : "list"),
        };
    }

    /// <summary>An alias stands where a key belongs.</summary>
    public static Problem AliasAsKey(int start, int end, string name) => new(
        ReadingCodes.KeyIsNotText, start, end,
        $"the alias {Quoted($"*{name}")} stands where a key belongs",
        "write the key out, or move the alias behind a key and a colon");

    /// <summary>An alias names no anchor.</summary>
    public static Problem Undefined(
        int start, int end, string name, Dictionary<string, AnchoredNode>? anchors, ProblemList problems) => new(
        ReadingCodes.UndefinedAlias, start, end,
        $"the alias {Quoted($"*{name}")} refers to an anchor that doesn't stand before it in this document",
        anchors is { Count: <= FewAnchors } && !problems.IsFull
            ? Spelling.DidYouMean(name, anchors.Keys, "write the value out, or put it in quotes if the asterisk is part of it")
            : "write the value out, or put it in quotes if the asterisk is part of it");

    /// <summary>An alias stands within what it refers to.</summary>
    public static Problem Cycle(int start, int end, string name) => new(
        ReadingCodes.AliasCycle, start, end,
        $"the alias {Quoted($"*{name}")} stands within the value that it refers to",
        "write out what is meant; a value can't contain itself");

    /// <summary>The nesting is too deep.</summary>
    public static Problem TooDeep(int start, int end, int most) => new(
        ReadingCodes.TooDeep, start, end,
        $"lists and mappings are nested more than {most} deep",
        "nest them less deep; a manifest needs fewer than ten levels");

    /// <summary>The document is too big.</summary>
    public static Problem TooManyNodes(int start, int end, int most) => new(
        ReadingCodes.TooManyNodes, start, end,
        $"the file holds more than {most} values, with its aliases written out",
        "split the file, or use fewer aliases");

    private static Problem Duplicate(ScalarNode key, ScalarNode first) => new(
        ReadingCodes.DuplicateKey, key.Location.Span.Start, key.Location.Span.End,
        $"the key {Quoted(key.Value)} is already in line {first.Location.Start.Line}",
        "keep one of the two, or rename this one");

    private static Problem NoKey(int start, int end) => new(
        ReadingCodes.KeyIsNotText, start, end,
        "there is no key before the colon",
        "write the key, or put the text in quotes if the colon belongs to it");

    private static Problem NotText(int start, int end, string kind) => new(
        ReadingCodes.KeyIsNotText, start, end,
        $"a {kind} stands where a key belongs",
        "use a word as the key; put a template such as `{{ name }}` in quotes");

    private static Problem MergeKey(int start, int end) => new(
        ReadingCodes.MergeKey, start, end,
        "`<<` would merge another mapping into this one, which isn't done here",
        "write the keys out, so that every value is read where it stands");
}
