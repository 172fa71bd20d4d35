using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.Scaffolding;

namespace PolicyCheck.Questions;

/// <summary>Writes answers into a manifest's file and leaves all else as its author wrote it.</summary>
public static class ManifestEdit
{
    /// <summary>The file with the answers.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="manifest">The manifest, as it was read from the file.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <returns>The new text; null where it can't be made to state what it stated and the answers, no more and no less.</returns>
    public static string? Add(string path, string text, Manifest manifest, ImmutableArray<GivenAnswer> answers, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(manifest);
        var read = DocumentReader.Read(path, Encoding.UTF8.GetBytes(text));
        if (read.Documents.OfType<MappingNode>().FirstOrDefault(document => document["manifest"] is ScalarNode id && id.Value == manifest.Id) is not { } mapping)
        {
            return null;
        }

        var isJson = text.AsSpan().TrimStart() is ['{', ..];
        var edits = new List<TextEdit>();
        foreach (var group in answers.GroupBy(answer => answer.Open.Use?.Id))
        {
            if ((group.Key is null ? mapping : UseOf(mapping, group.Key)) is not { } level)
            {
                return null;
            }

            edits.AddRange(Edits(level, group.Key is null ? ManifestBinder.OwnKeys : ManifestBinder.OwnUseKeys, [.. group], text, isJson));
        }

        var result = edits.OrderByDescending(edit => edit.Start).Aggregate(text, (rest, edit) => $"{rest[..edit.Start]}{edit.Text}{rest[edit.End..]}");
        return States(path, text, result, manifest, answers, vocabulary) ? result : null;
    }

    private static MappingNode? UseOf(MappingNode manifest, string id) =>
        (manifest["uses"] as SequenceNode)?.Items.OfType<MappingNode>().FirstOrDefault(use => use["id"] is ScalarNode name && name.Value == id);

    private static IEnumerable<TextEdit> Edits(MappingNode level, ImmutableArray<string> own, ImmutableArray<GivenAnswer> answers, string text, bool isJson)
    {
        var added = new StringBuilder();
        var isFlow = IsFlow(level, text);
        foreach (var answer in answers)
        {
            if (Find(level, answer.Open.Key) is { } entry)
            {
                // What is stated as nothing, or not exactly enough, gives way.
                var colon = text.IndexOf(':', entry.Key.Location.Span.End) + 1;
                var end = entry.Value is ScalarNode { Value: "" } ? colon : Math.Max(colon, EndOf(entry.Value, text));
                yield return new(colon, end, $" {Statement(answer, isJson)}");
            }
            else if (isFlow)
            {
                added.Append(isJson ? $"\"{answer.Open.Key}\": " : $"{answer.Open.Key}: ").Append(Statement(answer, isJson)).Append(", ");
            }
            else
            {
                added.Append(' ', level.Entries[0].Key.Location.Start.Column - 1).Append(answer.Open.Key).Append(": ").Append(Statement(answer, isJson)).Append('\n');
            }
        }

        if (added.Length == 0)
        {
            yield break;
        }

        if (isFlow)
        {
            var start = level.Location.Span.Start + 1;
            yield return new(start, start, added.ToString());
            yield break;
        }

        var last = level.Entries.LastOrDefault(entry => !own.Contains(entry.Key.Value)) ?? level.Entries.Last(entry => entry.Key.Value != "uses");
        var line = text.IndexOf('\n', Math.Max(last.Key.Location.Span.End, EndOf(last.Value, text)));
        yield return line < 0 ? new(text.Length, text.Length, $"\n{added}") : new(line + 1, line + 1, added.ToString());
    }

    private static MappingEntry? Find(MappingNode level, string path)
    {
        foreach (var entry in level.Entries)
        {
            if (entry.Key.Value == path)
            {
                return entry;
            }

            if (entry.Value is MappingNode section && path.StartsWith(entry.Key.Value + ".", StringComparison.Ordinal) && Find(section, path[(entry.Key.Value.Length + 1)..]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Statement(GivenAnswer answer, bool isJson)
    {
        var statement = answer.Statement();
        return isJson ? JsonStatement.Of(statement) : statement;
    }

    // The end of a block lies where the next token begins, so only that of what is written last tells.
    private static int EndOf(Node node, string text)
    {
        var end = node switch
        {
            MappingNode { Entries: [.., var last] } mapping when !IsFlow(mapping, text) => Math.Max(last.Key.Location.Span.End + 1, EndOf(last.Value, text)),
            SequenceNode { Items: [.., var last] } sequence when !IsFlow(sequence, text) => EndOf(last, text),
            ScalarNode { Value: "" } => 0,
            _ => node.Location.Span.End,
        };
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static bool IsFlow(Node node, string text) => text[Math.Min(node.Location.Span.Start, text.Length - 1)] is '{' or '[';

    private static bool States(string path, string before, string after, Manifest manifest, ImmutableArray<GivenAnswer> answers, Vocabulary vocabulary)
    {
        var (old, made) = (ManifestReader.Read(path, Encoding.UTF8.GetBytes(before), vocabulary), ManifestReader.Read(path, Encoding.UTF8.GetBytes(after), vocabulary));
        return !made.HasErrors
            && made.Manifests.Select(Written).SequenceEqual(old.Manifests.Select(one => Written(one.Id == manifest.Id ? GivenAnswer.AddTo(one, answers) : one)), StringComparer.Ordinal);
    }

    private static string Written(Manifest manifest)
    {
        return string.Join('\n', new[] { $"{manifest.Id} {manifest.Title}" }.Concat(Facts(manifest.Facts)).Concat(manifest.Uses.SelectMany(use => Facts(use.Facts).Prepend($"{use.Id} {use.Title}"))));

        static IEnumerable<string> Facts(ImmutableArray<StatedFact> facts) => facts
            .OrderBy(fact => fact.Fact.Path, StringComparer.Ordinal)
            .Select(fact => $"  {fact.Fact.Path} {YamlText.Of(fact.Value, fact.Fact)} {fact.Basis} {fact.Source} {fact.On:o}");
    }

    private readonly record struct TextEdit(int Start, int End, string Text);
}
