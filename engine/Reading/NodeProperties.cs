using System.Buffers;

namespace PolicyCheck.Reading;

/// <summary>Where the tag of a node stands, and where the node begins after its tag and anchor.</summary>
internal readonly struct NodeProperties
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n,[]{}");

    /// <summary>Skips the anchor, the tag, and the space and comments after each.</summary>
    public NodeProperties(string text, int start, int end)
    {
        end = Math.Min(end, text.Length);
        TagStart = start;
        TagEnd = start;
        var at = start;
        var afterLast = start;
        while (at < text.Length && text[at] is '&' or '!')
        {
            var isTag = text[at] == '!';
            var length = text.AsSpan(at).IndexOfAny(Ends);
            afterLast = length < 0 ? text.Length : at + length;
            if (isTag && TagEnd == TagStart)
            {
                (TagStart, TagEnd) = (at, afterLast);
            }

            at = SkipSpace(text, afterLast);
        }

        End = afterLast;
        ContentStart = at <= end ? at : Math.Min(afterLast, end);
    }

    /// <summary>Where the tag begins.</summary>
    public int TagStart { get; }

    /// <summary>Where the tag ends.</summary>
    public int TagEnd { get; }

    /// <summary>Where the last of the two ends.</summary>
    public int End { get; }

    /// <summary>Where the node itself begins.</summary>
    public int ContentStart { get; }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '#'))
        {
            if (text[at] == '#')
            {
                var length = text.AsSpan(at).IndexOfAny('\r', '\n');
                at = length < 0 ? text.Length : at + length;
            }
            else
            {
                at++;
            }
        }

        return at;
    }
}
