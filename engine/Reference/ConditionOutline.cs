using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;

namespace PolicyCheck.Reference;

/// <summary>Writes conditions as sentences, and what is nested in them as lists below.</summary>
internal sealed class ConditionOutline(ConditionText text, MarkdownPage page)
{
    /// <summary>Whether a condition is said in a line of its own, without a list.</summary>
    public static bool IsOneLine(Condition condition) => Parts(Core(condition)).IsEmpty;

    /// <summary>A condition that is said in one line, or the words before the list that says it.</summary>
    public string Say(Condition condition) => Core(condition) switch
    {
        var core when IsOneLine(core) => text.Phrase(core),
        AllOf => "all of these hold:",
        AnyOf => "at least one of these holds:",
        Negation { Part: AnyOf } => "none of these holds:",
        Negation { Part: AllOf } => "not all of these hold:",
        _ => "this doesn't hold:",
    };

    /// <summary>The list that belongs to <see cref="Say"/>, or nothing.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="depth">How deep the list is nested.</param>
    public void List(Condition condition, int depth)
    {
        foreach (var part in Parts(Core(condition)))
        {
            page.Item(depth, Say(part));
            List(part, depth + 1);
        }
    }

    // A group of one says no more than what is in it.
    private static Condition Core(Condition condition) => condition switch
    {
        AllOf { Parts: [var only] } => Core(only),
        AnyOf { Parts: [var only] } => Core(only),
        Negation negation when Core(negation.Part) is var core && core != negation.Part => new Negation(negation.Location, core),
        _ => condition,
    };

    private static ImmutableArray<Condition> Parts(Condition condition) => condition switch
    {
        AllOf { Parts.Length: > 1 } all => all.Parts,
        AnyOf { Parts.Length: > 1 } any => any.Parts,
        Negation { Part: AnyOf { Parts.Length: > 1 } any } => any.Parts,
        Negation { Part: AllOf { Parts.Length: > 1 } all } => all.Parts,
        Negation { Part: AnyOf or AllOf or Negation } negation => [negation.Part],
        _ => [],
    };
}
