using PolicyCheck.Facts;

namespace PolicyCheck.Cli.Output;

/// <summary>Lists the facts that a manifest can state.</summary>
internal static class FactList
{
    /// <summary>Writes the list.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="vocabulary">The facts.</param>
    public static void Write(TextPage page, Vocabulary vocabulary)
    {
        foreach (var fact in vocabulary.Facts)
        {
            page.Line(0, $"{TextPage.Styled(fact.Path, "bold")}  {TextPage.Styled(TypeOf(fact), "dim")}");
            page.Line(2, TextPage.Styled(fact.Meaning));
        }
    }

    /// <summary>A fact's type with its unit.</summary>
    /// <param name="fact">The fact.</param>
    public static string TypeOf(FactDeclaration fact)
    {
        var type = fact.Type.ToString().ToLowerInvariant();
        return fact.Unit.Length > 0 ? $"{type} ({fact.Unit})" : type;
    }
}
