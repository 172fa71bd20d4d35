using System.Collections.Frozen;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>Walks the tags of a page that we write ourselves: each closes what it opened, and none is foreign.</summary>
internal static class HtmlShape
{
    private static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(["meta", "br", "hr", "input", "link", "img", "col", "!doctype"]);
    private static readonly FrozenSet<string> Foreign = FrozenSet.ToFrozenSet(["script", "iframe", "object", "embed", "form", "base", "img", "link"]);

    public static void Check(string page)
    {
        var open = new Stack<string>();
        for (var at = page.IndexOf('<', StringComparison.Ordinal); at >= 0; at = page.IndexOf('<', at))
        {
            var end = EndOfTag(page, at);
            var isClosing = page[at + 1] == '/';
            var name = Name(page, at + (isClosing ? 2 : 1));
            BrokenException.Unless(name.Length > 0, $"a page holds `<` that begins no tag at {at}");
            BrokenException.Unless(!Foreign.Contains(name), $"a page holds a foreign tag `{name}`");
            at = end;
            if (isClosing)
            {
                BrokenException.Unless(open.TryPop(out var last) && last == name, $"`{name}` closes what isn't open");
            }
            else if (name == "style")
            {
                at = page.IndexOf("</style>", end, StringComparison.Ordinal) + "</style>".Length;
            }
            else if (!Void.Contains(name) && page[end - 1] != '/')
            {
                open.Push(name);
            }
        }

        BrokenException.Unless(open.Count == 0, $"a page leaves `{open.FirstOrDefault()}` open");
    }

    // Past quoted attributes, which may hold angle brackets.
    private static int EndOfTag(string page, int at)
    {
        var quote = '\0';
        for (; at < page.Length; at++)
        {
            if (quote != '\0')
            {
                quote = page[at] == quote ? '\0' : quote;
            }
            else if (page[at] is '"' or '\'')
            {
                quote = page[at];
            }
            else if (page[at] == '>')
            {
                return at;
            }
        }

        throw new BrokenException("a page ends within a tag");
    }

    private static string Name(string page, int at)
    {
        var end = at;
        while (end < page.Length && (char.IsAsciiLetterOrDigit(page[end]) || page[end] is '!' or '-'))
        {
            end++;
        }

        return page[at..end].ToLowerInvariant();
    }
}
