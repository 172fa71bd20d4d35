using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Reading;

namespace PolicyCheck.Scaffolding;

/// <summary>Adds the declaration of a fact to a vocabulary, leaving everything else as it is written.</summary>
public static class FactEntry
{
    /// <summary>A vocabulary with one fact.</summary>
    /// <param name="id">The vocabulary's name.</param>
    /// <param name="schema">The path of its schema from its folder.</param>
    /// <param name="path">The fact's path.</param>
    /// <param name="answers">What the author said, by the names of <see cref="ScaffoldQuestions.Fact"/>.</param>
    public static string NewVocabulary(string id, string schema, string path, IReadOnlyDictionary<string, string> answers) =>
        Template.Fill("vocabulary", ("schema", schema), ("id", id)) + Write(path, answers, "  ");

    /// <summary>A vocabulary with one fact more; null where it has no list of facts to add to, one fact to a line.</summary>
    /// <param name="name">The file's path.</param>
    /// <param name="vocabulary">The file's text.</param>
    /// <param name="path">The fact's path.</param>
    /// <param name="answers">What the author said, by the names of <see cref="ScaffoldQuestions.Fact"/>.</param>
    public static string? AddTo(string name, string vocabulary, string path, IReadOnlyDictionary<string, string> answers)
    {
        var read = DocumentReader.Read(name, Encoding.UTF8.GetBytes(vocabulary));
        if (read.Documents is not [MappingNode document] || document["facts"] is not MappingNode { Entries: [var first, ..] } facts || IsFlow(facts, vocabulary))
        {
            return null;
        }

        var end = LastOf(facts.Entries[^1].Value, vocabulary).Location.Span.End;
        var line = vocabulary.IndexOf('\n', Math.Max(0, end - 1));
        var (before, after) = line < 0 ? (vocabulary + "\n", "") : (vocabulary[..(line + 1)], vocabulary[(line + 1)..]);
        return $"{before}\n{Write(path, answers, new(' ', first.Key.Location.Start.Column - 1))}{after}";
    }

    private static string Write(string path, IReadOnlyDictionary<string, string> answers, string indent)
    {
        ArgumentNullException.ThrowIfNull(answers);
        string[] lines =
        [
            $"{path}:",
            $"  type: {answers["type"]}",
            .. answers.TryGetValue("unit", out var unit) ? [$"  unit: {YamlText.Of(unit)}"] : Array.Empty<string>(),
            $"  meaning: {YamlText.Of(answers["meaning"])}",
            $"  question: {YamlText.Of(answers["question"])}",
            $"  askWho: {answers["ask-who"]}",
            .. answers.TryGetValue("values", out var values) ? Values(values) : [],
        ];
        return string.Concat(lines.Select(line => $"{indent}{line}\n"));
    }

    private static ImmutableArray<string> Values(string values) =>
    [
        "  values:",
        .. values.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(value => value.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(pair => $"    {YamlText.Of(pair[0])}: {YamlText.Of(pair.Length > 1 ? pair[1] : "TODO: say what it means")}"),
    ];

    // The end of a block lies where the next token begins, so only that of what is written last tells.
    private static Node LastOf(Node node, string text) => node switch
    {
        MappingNode { Entries: [.., var last] } mapping when !IsFlow(mapping, text) => LastOf(last.Value, text),
        SequenceNode { Items: [.., var last] } sequence when !IsFlow(sequence, text) => LastOf(last, text),
        _ => node,
    };

    private static bool IsFlow(Node node, string text) => text[Math.Min(node.Location.Span.Start, text.Length - 1)] is '{' or '[';
}
