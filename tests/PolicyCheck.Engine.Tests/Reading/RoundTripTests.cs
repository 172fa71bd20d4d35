using System.Text;
using System.Text.Json;
using CsCheck;

namespace PolicyCheck.Tests;

public sealed class RoundTripTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
            "a", "Z", "é", "😀", ":", ": ", " #", "'", "\"", "\\", "\n", "\t", "- ", "{", "}", "[", "]", ",", "&", "*", "!", "|", "%", "@", " ", "\r")
        .Array[0, 12].Select(parts => string.Concat(parts));

    private static readonly Gen<Tree> Leaf = Gen.OneOf(
        Gen.OneOf("1", "-0.5", "1.10", "1e3", "true", "false", "null", "12345678901234567890").Select(text => new Tree(0, text, true, [], [])),
        Gen.Select(Text, Gen.Int[0, 7]).Select((text, style) => new Tree(style, text, false, [], [])));

    private static readonly Gen<Tree> Trees = Gen.Recursive<Tree>((depth, self) => depth > 4
        ? Leaf
        : Gen.Frequency(
            (3, Leaf),
            (2, Gen.Select(self.Array[0, 4], Gen.Int[0, 7]).Select((items, style) => new Tree(style, null, false, [], items))),
            (2, Gen.Select(Gen.Select(Text, self).Array[0, 4], Gen.Int[0, 7]).Select((entries, style) => new Tree(
                style, null, true, [.. entries.Select((entry, i) => entry.Item1 + i)], [.. entries.Select(entry => entry.Item2)])))));

    [Fact]
    public void Whatever_is_written_as_JSON_is_read_back() => Trees.Sample(
        tree => Reads.Outline(Reads.One(Reads.Json(Json(tree)))) == Outline(tree), iter: 2000, threads: 1, print: Json);

    [Fact]
    public void Whatever_is_written_as_YAML_is_read_back() => Trees.Sample(
        tree => Reads.Outline(Reads.One(Reads.Yaml(Yaml(tree)))) == Outline(tree), iter: 2000, threads: 1, print: Yaml);

    [Fact]
    public void JSON_reads_the_same_as_YAML() => Trees.Sample(
        tree => Reads.Outline(Reads.One(Reads.Yaml(Json(tree)))) == Outline(tree), iter: 1000, threads: 1, print: Json);

    [Fact]
    public void Plain_values_and_JSON_tokens_stand_where_they_say() => Trees.Sample(
        tree =>
        {
            var json = Json(tree);
            var yaml = Yaml(tree);
            return Leaves(Reads.One(Reads.Json(json))).All(leaf => Slice(json, leaf) == (leaf.IsPlain ? leaf.Value : JsonSerializer.Serialize(leaf.Value))) &&
                Leaves(Reads.One(Reads.Yaml(yaml))).Where(leaf => leaf.IsPlain).All(leaf => Slice(yaml, leaf) == leaf.Value);
        },
        iter: 1000,
        threads: 1);

    private static string Slice(string text, PolicyCheck.Reading.ScalarNode leaf) => text[leaf.Location.Span.Start..leaf.Location.Span.End];

    private static IEnumerable<PolicyCheck.Reading.ScalarNode> Leaves(PolicyCheck.Reading.Node node) => node switch
    {
        PolicyCheck.Reading.MappingNode mapping => mapping.Entries.SelectMany(entry => Leaves(entry.Value).Prepend(entry.Key)),
        PolicyCheck.Reading.SequenceNode sequence => sequence.Items.SelectMany(Leaves),
        _ => [(PolicyCheck.Reading.ScalarNode)node],
    };

    private static string Outline(Tree tree) =>
        tree.Text is { } text ? (tree.IsPlainOrMapping ? text : $"'{text}'")
        : tree.IsPlainOrMapping ? $"{{{string.Concat(tree.Keys.Zip(tree.Children, (key, child) => $"{key}={Outline(child)};"))}}}"
        : $"[{string.Concat(tree.Children.Select(child => Outline(child) + ";"))}]";

    private static string Json(Tree tree) =>
        tree.Text is { } text ? (tree.IsPlainOrMapping ? text : JsonSerializer.Serialize(text))
        : tree.IsPlainOrMapping
            ? "{" + string.Join(",\n ", tree.Keys.Zip(tree.Children, (key, child) => JsonSerializer.Serialize(key) + ": " + Json(child))) + "}"
            : "[" + string.Join(", ", tree.Children.Select(Json)) + "]";

    private static string Yaml(Tree tree)
    {
        var text = new StringBuilder();
        Write(tree, 0, isFlow: false, text);
        return text.Append('\n').ToString();
    }

    private static void Write(Tree tree, int indent, bool isFlow, StringBuilder text)
    {
        if (tree.Text is { } leaf)
        {
            text.Append(' ').Append(tree.IsPlainOrMapping ? leaf : Quoted(leaf, tree.Style, indent, isFlow));
            return;
        }

        var (open, close) = tree.IsPlainOrMapping ? ('{', '}') : ('[', ']');
        isFlow = isFlow || tree.Style % 2 == 0 || tree.Children.Length == 0;
        text.Append(isFlow ? $" {open}" : "");
        for (var i = 0; i < tree.Children.Length; i++)
        {
            if (!isFlow)
            {
                text.Append('\n').Append(' ', indent).Append(tree.IsPlainOrMapping ? "" : "-");
            }
            else if (i > 0)
            {
                text.Append(',').Append(tree.Style > 4 ? "\n" + new string(' ', indent + 1) : " ");
            }

            text.Append(tree.IsPlainOrMapping ? JsonSerializer.Serialize(tree.Keys[i]) + ":" : "");
            Write(tree.Children[i], indent + 2, isFlow, text);
        }

        text.Append(isFlow ? $"{close}" : "");
    }

    private static string Quoted(string text, int style, int indent, bool isFlow) =>
        style is 1 or 2 && text.IndexOfAny(['\n', '\r', '\t']) < 0 ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : style is 3 && !isFlow && text.Length > 0 && text.IndexOfAny(['\r', '\t']) < 0 && text[0] is not (' ' or '\n') && text[^1] != '\n'
            ? "|-\n" + string.Join('\n', text.Split('\n').Select(line => new string(' ', indent + 1) + line))
        : JsonSerializer.Serialize(text);

    private sealed record Tree(int Style, string? Text, bool IsPlainOrMapping, string[] Keys, Tree[] Children);
}
