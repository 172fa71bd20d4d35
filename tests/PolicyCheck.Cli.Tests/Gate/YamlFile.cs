using YamlDotNet.RepresentationModel;

namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>Reads YAML of others' making into maps, lists and texts.</summary>
internal static class YamlFile
{
    /// <summary>The documents of a text.</summary>
    public static IReadOnlyList<YamlNode> Documents(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    /// <summary>What stands under a path of keys, or null.</summary>
    public static YamlNode? At(this YamlNode node, params IEnumerable<string> keys) =>
        keys.Aggregate((YamlNode?)node, (found, key) => found is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var next) ? next : null);

    /// <summary>The text under a path of keys, or an empty one.</summary>
    public static string Text(this YamlNode node, params IEnumerable<string> keys) => (node.At(keys) as YamlScalarNode)?.Value ?? "";

    /// <summary>The keys with what stands under them.</summary>
    public static IEnumerable<(string Key, YamlNode Value)> Entries(this YamlNode? node) =>
        node is YamlMappingNode map ? map.Children.Select(child => (((YamlScalarNode)child.Key).Value ?? "", child.Value)) : [];

    /// <summary>The items of a list.</summary>
    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode list ? list.Children : [];
}
