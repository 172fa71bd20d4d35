using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Scaffolding;

/// <summary>What each kind of new file needs to be told, in the order in which it is asked.</summary>
public static class ScaffoldQuestions
{
    /// <summary>Of a rule set.</summary>
    public static ImmutableArray<ScaffoldQuestion> Rules { get; } =
    [
        new("title", "What is the text called?", [], true),
        new("authority", "Who issued it?", [], true),
        new("standing", "What kind of text is it?", Words.Standings, true),
        new("jurisdiction", "Where does it bind: places with commas, such as US-OR, or world?", [], true),
        new("from", "From which day is it in force, as 2020-06-10?", [], true, IsDay: true),
        new("source-title", "Which text did you read?", [], true),
        new("read", "How did you read it?", Words.Readings, true),
        new("source-url", "What is its address?", [], false),
        new("source-date", "Of which day is it, as 2020-06-10?", [], false, IsDay: true),
        new("confidence", "How sure are you of its wording?", Words.Confidences, false),
    ];

    /// <summary>Of a manifest.</summary>
    /// <param name="vocabulary">The facts, whose values are the choices.</param>
    public static ImmutableArray<ScaffoldQuestion> Manifest(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return
        [
            new("title", "What is deployed, in a few words?", [], true),
            new("sector", Question("deployer.sector", "What kind of organisation is it?"), Choices("deployer.sector"), true),
            new("place", $"{Question("places", "In which places is it used?")} Places with commas, such as US-OR/portland", [], true),
            new("vendor", Question("system.vendor", "Which company makes it?"), [], false),
            new("function", $"{Question("system.function", "What does it do with faces?")} One or more with commas", [], false),
            new("purpose", $"{Question("use.purpose", "What is it used for?")} One or more with commas", [], false),
        ];

        string Question(string path, string otherwise) => vocabulary.Find(path)?.Question ?? otherwise;
        ImmutableArray<string> Choices(string path) => vocabulary.Find(path) is { } fact ? [.. fact.Values.Select(value => value.Value)] : [];
    }

    /// <summary>Of a fact.</summary>
    public static ImmutableArray<ScaffoldQuestion> Fact { get; } =
    [
        new("type", "What type has it?", FactBinder.Types.Remove("records"), true),
        new("meaning", "What does it mean, in one sentence (of a flag: Whether ...)?", [], true),
        new("question", "Which question asks a person for it?", [], true),
        new("ask-who", "Who would know?", FactBinder.Askable, true),
        new("unit", "In which unit is it (a number only): count, ratio, people ...?", [], false),
        new("values", "Which values can it have (a choice only), as value=meaning with semicolons between?", [], false),
    ];
}
