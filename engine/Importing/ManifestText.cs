using System.Text;
using PolicyCheck.Facts;
using PolicyCheck.Scaffolding;
using PolicyCheck.Values;

namespace PolicyCheck.Importing;

/// <summary>Writes a manifest with one use.</summary>
internal static class ManifestText
{
    /// <summary>Writes it.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="description">What it is, or empty.</param>
    /// <param name="comment">What stands above it.</param>
    /// <param name="facts">What it states, in ordinal order of the paths.</param>
    public static string Write(string id, string title, string description, string comment, IEnumerable<(FactDeclaration Fact, Value Value)> facts)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(OneLine(comment)).Append('\n');
        text.Append("manifest: ").Append(id).Append('\n');
        text.Append("title: ").Append(YamlText.Of(OneLine(title))).Append('\n');
        if (OneLine(description) is { Length: > 0 } words)
        {
            text.Append("description: ").Append(YamlText.Of(words)).Append('\n');
        }

        var all = facts.ToList();
        Level(text, [.. all.Where(fact => !fact.Fact.IsOfUse).Select(fact => (fact.Fact.Path, fact))], 0);
        text.Append("uses:\n  - id: use\n");
        Level(text, [.. all.Where(fact => fact.Fact.IsOfUse).Select(fact => (fact.Fact.Path["use.".Length..], fact))], 4);
        return text.ToString();
    }

    private static void Level(StringBuilder text, List<(string Path, (FactDeclaration Fact, Value Value) Stated)> facts, int indent)
    {
        foreach (var section in facts.GroupBy(fact => fact.Path.Split('.')[0], StringComparer.Ordinal))
        {
            text.Append(' ', indent).Append(section.Key).Append(':');
            if (section.Count() == 1 && section.First() is var only && only.Path == section.Key)
            {
                text.Append(' ').Append(YamlText.Of(only.Stated.Value, only.Stated.Fact)).Append('\n');
            }
            else
            {
                text.Append('\n');
                Level(text, [.. section.Select(fact => (fact.Path[(section.Key.Length + 1)..], fact.Stated))], indent + 2);
            }
        }
    }

    private static string OneLine(string text) => Header.Normalised(text);
}
