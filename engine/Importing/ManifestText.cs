using System.Text;
using PolicyCheck.Binding;
using PolicyCheck.Manifests;
using PolicyCheck.Scaffolding;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Importing;

/// <summary>Writes a manifest with one use.</summary>
internal static class ManifestText
{
    /// <summary>Writes it.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="title">What people call it, or empty.</param>
    /// <param name="description">What it is, or empty.</param>
    /// <param name="comment">What stands above it.</param>
    /// <param name="facts">What it states, in ordinal order of the paths.</param>
    public static string Write(string id, string title, string description, string comment, IEnumerable<StatedFact> facts)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(VisibleText.Of(Header.Normalised(comment))).Append('\n');
        text.Append("manifest: ").Append(id).Append('\n');
        Words(text, "title", title);
        Words(text, "description", description);
        var all = facts.ToLookup(fact => fact.Fact.IsOfUse);
        Level(text, [.. all[false].Select(fact => (fact.Fact.Path, fact))], 0);
        text.Append("uses:\n  - id: use\n");
        Level(text, [.. all[true].Select(fact => (fact.Fact.Path["use.".Length..], fact))], 4);
        return text.ToString();
    }

    private static void Words(StringBuilder text, string key, string words)
    {
        if (Header.Normalised(words) is { Length: > 0 } line)
        {
            text.Append(key).Append(": ").Append(YamlText.Of(line)).Append('\n');
        }
    }

    private static void Level(StringBuilder text, List<(string Path, StatedFact Stated)> facts, int indent)
    {
        foreach (var section in facts.GroupBy(fact => fact.Path.Split('.')[0], StringComparer.Ordinal))
        {
            text.Append(' ', indent).Append(section.Key).Append(':');
            if (section.First() is var (path, stated) && path == section.Key)
            {
                text.Append(' ').Append(Statement(stated)).Append('\n');
            }
            else
            {
                text.Append('\n');
                Level(text, [.. section.Select(fact => (fact.Path[(section.Key.Length + 1)..], fact.Stated))], indent + 2);
            }
        }
    }

    private static string Statement(StatedFact stated)
    {
        var value = YamlText.Of(stated.Value, stated.Fact);
        var basis = stated.Basis == Basis.Claimed ? "" : $", basis: {StatementBinder.Bases[(int)stated.Basis]}";
        var source = stated.Source is { } named ? $", source: {YamlText.Of(named)}" : "";
        var on = stated.On is { } day ? $", on: {IsoDate.Format(day)}" : "";
        return basis.Length + source.Length + on.Length == 0 ? value : $"{{value: {value}{basis}{source}{on}}}";
    }
}
