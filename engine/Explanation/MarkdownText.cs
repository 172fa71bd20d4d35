using System.Text;
using PolicyCheck.Text;

namespace PolicyCheck.Explanation;

/// <summary>Writes texts of others into Markdown so that they stay text: no markup, no table cells, no HTML, no second line.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*[]<>|~$&#";

    /// <summary>A text as a part of a line.</summary>
    public static string Escape(string text)
    {
        var line = VisibleText.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var escaped = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (Special.Contains(line[i], StringComparison.Ordinal) || (line[i] == '_' && !IsWithinWord(line, i)) || BeginsBlock(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A name, as code where nothing in it would end the code.</summary>
    public static string Code(string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '/') ? $"`{name}`" : Escape(name);

    /// <summary>A link whose text is Markdown already and whose target is ours.</summary>
    public static string Link(string markdown, string target) => $"[{markdown}]({target})";

    /// <summary>An address as a link where it is one of the web, and as text where it is anything else.</summary>
    public static string Address(string title, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? $"[{Escape(title)}](<{uri.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal)}>)"
            : url is null ? Escape(title) : $"{Escape(title)} ({Escape(url)})";

    /// <summary>A text as a sentence with its final period.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.TrimEnd();
        return trimmed.Length == 0 ? "" : Escape(char.ToUpperInvariant(trimmed[0]) + trimmed[1..]) + (trimmed[^1] is '.' or '!' or '?' ? "" : ".");
    }

    private static bool IsWithinWord(string line, int i) => i > 0 && i + 1 < line.Length && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]);

    // What at the start of a line would make it a list, a rule or a heading.
    private static bool BeginsBlock(string line, int i) =>
        i == 0 ? line[i] is '-' or '+' or '=' or '_'
            : line[i] is '.' or ')' && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0;
}
