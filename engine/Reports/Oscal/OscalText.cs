using PolicyCheck.Explanation;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Writes texts of others in OSCAL's types: lines of Markdown in which they stay text, and plain values.</summary>
internal static class OscalText
{
    /// <summary>A text as one line of Markdown; the standard wants something in it.</summary>
    public static string Line(string text) => Markup(MarkdownText.Escape(text));

    /// <summary>A text as a sentence of Markdown.</summary>
    public static string Sentence(string text) => Markup(MarkdownText.Sentence(text));

    /// <summary>Details as a list, each a label and a phrase.</summary>
    public static string List(IEnumerable<(string Label, string Text)> details) =>
        string.Join('\n', details.Select(detail => $"- {detail.Label}: {Line(detail.Text)}"));

    /// <summary>Parts in paragraphs of their own; empty ones are left out.</summary>
    public static string Paragraphs(params IEnumerable<string> parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));

    /// <summary>A text as a value, which is plain: one line, nothing invisible, no space around it.</summary>
    public static string Value(string text) => VisibleText.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    // Two braces would insert a parameter.
    private static string Markup(string markdown) => markdown.Length == 0 ? "(empty)" : markdown.Replace("{{", "{\\{", StringComparison.Ordinal);
}
