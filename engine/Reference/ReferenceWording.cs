using PolicyCheck.Conditions;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Reference;

/// <summary>Writes the parts of conditions as Markdown on the page of a rule set: names linked, places by name, texts escaped.</summary>
/// <param name="Vocabulary">The vocabulary.</param>
/// <param name="Facts">Where the facts are explained.</param>
/// <param name="Definitions">The anchors of the definitions on this page.</param>
internal sealed record ReferenceWording(Vocabulary Vocabulary, FactLinks Facts, IReadOnlyDictionary<string, string> Definitions) : Wording
{
    public override bool SaysFlags => true;

    public override string Fact(FactDeclaration fact) =>
        Vocabulary.Find(fact.Path) == fact ? Facts.Link(fact.Path, "../") : MarkdownText.Code(fact.Path);

    public override string Definition(Defined defined, bool negated) =>
        $"{MarkdownText.Link(MarkdownText.Code(defined.Name), $"#{Definitions[defined.Name]}")} {(negated ? "isn't met" : "is met")}";

    public override string Parameter(string name) => $" ({MarkdownText.Link(MarkdownText.Code(name), "#parameters")})";

    public override string Text(string text) => MarkdownText.Escape(text);

    public override string Value(Value value, FactDeclaration fact) => value switch
    {
        PlaceValue place => $"{MarkdownText.Escape(Vocabulary.NameOf(place.Place))} ({MarkdownText.Code(place.Place.Code)})",
        TextValue text when fact.Type is FactType.Choice or FactType.Choices => MarkdownText.Code(text.Text),
        TextValue text => $"“{MarkdownText.Escape(text.Text)}”",
        _ => MarkdownText.Escape(base.Value(value, fact)),
    };
}
