using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyCheck.Reference;

namespace PolicyCheck.Tests.Reference;

public sealed class Hostile_texts_in_a_reference
{
    public static TheoryData<string> Texts { get; } =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a | b | c", "`code` ``more``", "[click](javascript:alert(1))", "![x](https://example.org/x.png)",
        "*bold* **bold** _it_ ~~gone~~", "# Heading", "\n\n# Heading\n\n- item\n", "1. one", "- item", "> quote", "---", "===", "    code", "a\\", "&lt;b&gt; &amp;", "{page} {title}",
        "<!-- comment -->", "<https://example.org>", "[x]: https://example.org", "\u202Eesrever\u2066", "| --- | --- |", "trailing #", "\\[x\\](y)", "``` fence", "costs $x$", "a<br>b", "*", "_", "\"quoted\"",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void They_are_shown_as_they_are_and_form_nothing(string text)
    {
        var quoted = JsonSerializer.Serialize(text);
        var hostile = RuleSet(quoted);
        var harmless = RuleSet("\"harmless\"");

        var shown = Book.Of(ReferenceFormat.Html, hostile).Select(page => page.Text).ToList();
        var expected = Book.Of(ReferenceFormat.Html, harmless).Select(page => page.Text).ToList();

        Assert.Equal(expected.Select(Structure), shown.Select(Structure));
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!plain.Contains('\u202E', StringComparison.Ordinal))
        {
            Assert.Contains($"<h1>{System.Net.WebUtility.HtmlEncode(plain).Replace("&#39;", "'", StringComparison.Ordinal)}</h1>", shown.Single(page => page.Contains("rule-r", StringComparison.Ordinal) && page.Contains("Not covered", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("not a url")]
    [InlineData("file:///etc/passwd")]
    public void Only_addresses_of_the_web_become_links(string url) =>
        Assert.DoesNotContain($"href=\"{url[..4]}", Book.Page(ReferenceFormat.Html, RuleSet("\"harmless\"").Replace("id: text, title", $"id: text, url: \"{url}\", title", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void An_address_cannot_end_its_link_early()
    {
        var page = Book.Page(ReferenceFormat.Html, RuleSet("\"harmless\"").Replace("id: text, title", "id: text, url: \"https://example.org/>)|<script>\\\"onclick=x\", title", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"onclick", page, StringComparison.Ordinal);
    }

    private static string RuleSet(string text) =>
        Example.RuleSet($"- id: r\n  title: {text}\n  citation: {JsonSerializer.Serialize("text, " + JsonSerializer.Deserialize<string>(text))}\n  severity: high\n  remedy: {text}\n  note: {text}\n  prohibits: {{vendor: {text}}}\n"
            + $"  unless: [{{id: e, title: {text}, citation: text, when: {{consent: true}}}}]\n  unresolved: [{{from: 2021-01-01, until: 2021-02-01, reason: {text}}}]\n")
            .Replace("title: An act", $"title: {text}", StringComparison.Ordinal)
            .Replace("authority: A parliament", $"authority: {text}", StringComparison.Ordinal)
            .Replace("summary: An act for examples.", $"summary: {text}", StringComparison.Ordinal)
            .Replace("title: The text", $"note: {text}, title: {text}", StringComparison.Ordinal)
            .Replace("[Everything else.]", $"[{text}]", StringComparison.Ordinal);

    // The tags with their attributes, in order.
    private static string Structure(string page) => string.Concat(Regex.Matches(page, "<[^>]*>").Select(match => match.Value));
}
