namespace PolicyCheck.Formatting;

/// <summary>Where lines of a text begin and end.</summary>
internal static class LineMap
{
    /// <summary>Where the line begins that holds a position.</summary>
    public static int StartOf(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>Where the line ends that holds a position, before its line break.</summary>
    public static int EndOf(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : at + end;
    }

    /// <summary>How far a position is from the beginning of its line.</summary>
    public static int ColumnOf(string text, int at) => at - StartOf(text, at);

    /// <summary>Whether the line above the one that holds a position is empty.</summary>
    public static bool HasGapAbove(string text, int at)
    {
        var start = StartOf(text, at);
        return start > 0 && text.AsSpan(StartOf(text, start - 1)..start).IsWhiteSpace();
    }
}
