using System.Text.Json.Nodes;
using PolicyCheck.Facts;

namespace PolicyCheck.Schemas;

/// <summary>What an editor shows for a fact: its meaning, its type and unit, the question that asks for it, its values.</summary>
public static class FactText
{
    /// <summary>A fact's text in Markdown.</summary>
    /// <param name="fact">The fact.</param>
    public static string Markdown(FactDeclaration fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Write(fact, "\n\n", static text => $"`{text}`");
    }

    /// <summary>Puts the text before everything else in a schema, plain and in Markdown.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="schema">The schema; it is changed.</param>
    internal static JsonObject Describe(FactDeclaration fact, JsonObject schema)
    {
        schema.Insert(0, "description", Write(fact, "\n", static text => text));
        schema.Insert(1, "markdownDescription", Markdown(fact));
        return schema;
    }

    private static string Write(FactDeclaration fact, string gap, Func<string, string> quote)
    {
        var question = fact.Question.Length > 0 ? $"{gap}{fact.Question} ({fact.AskWho} knows)" : "";
        var values = fact.Values.IsEmpty
            ? ""
            : gap + string.Join('\n', fact.Values.Select(value => $"- {quote(value.Value)}{(value.Meaning.Length > 0 ? ": " : "")}{value.Meaning}"));
        return $"{fact.Meaning}{question}{gap}Type: {Type(fact)}{values}";
    }

    private static string Type(FactDeclaration fact)
    {
        var type = fact.Type.ToString().ToLowerInvariant();
        return fact.Unit.Length > 0 ? $"{type} ({fact.Unit})" : type;
    }
}
