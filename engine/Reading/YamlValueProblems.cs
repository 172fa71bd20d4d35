using PolicyCheck.Text;
using static PolicyCheck.Text.VisibleText;

namespace PolicyCheck.Reading;

/// <summary>What can be wrong with a YAML value although YAML allows it.</summary>
internal static class YamlValueProblems
{
    /// <summary>A tag.</summary>
    public static Problem Tag(string text, int start, int end) => new(
        ReadingCodes.Tag, start, end,
        $"the tag {Quoted(text.AsSpan(start, end - start))} is not accepted",
        "remove the tag; what a value is follows from the fact that it is given for");

    /// <summary>A line of a value without quotes that looks like an item of a list, or null.</summary>
    public static Problem? SwallowedItem(string text, int start, int end)
    {
        var rest = text.AsSpan(start, end - start);
        while (rest.IndexOfAny('\r', '\n') is >= 0 and var lineEnd)
        {
            rest = rest[lineEnd..].TrimStart();
            if (rest.StartsWith("- "))
            {
                var at = end - rest.Length;
                return new(
                    ReadingCodes.SwallowedItem, at, at + 1,
                    "this line continues the value above it and is not a list item of its own",
                    "line its dash up with the list that it belongs to, or put the whole value in quotes");
            }
        }

        return null;
    }

    /// <summary>A key between braces that holds a colon and has no value, or null.</summary>
    public static Problem? KeyWithoutSpace(string text, TextSpan key)
    {
        var written = text.AsSpan(key.Start, key.End - key.Start);
        return written.IndexOf(':') is > 0 and var colon && colon + 1 < written.Length && written[colon + 1] != '/'
            ? new(
                ReadingCodes.Colon, key.Start + colon, key.Start + colon + 1,
                $"there is no space after the colon of {Quoted(written[..colon])}", "write a space after the colon")
            : null;
    }

    /// <summary>Indentation that no person writes.</summary>
    public static Problem TooDeepIndentation(int start, int end, int most) => new(
        ReadingCodes.Indentation, start, end,
        $"the line is indented by more than {most} spaces",
        "remove the superfluous spaces");
}
