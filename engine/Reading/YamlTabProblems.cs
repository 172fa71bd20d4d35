namespace PolicyCheck.Reading;

/// <summary>Tabs that stand where YAML asks for spaces and that the scanner lets pass.</summary>
internal static class YamlTabProblems
{
    /// <summary>A tab between the marks of nested blocks that begin on one line, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the inner block begins.</param>
    public static Problem? BeforeBlock(string text, int start)
    {
        var before = text.AsSpan(0, Math.Clamp(start, 0, text.Length));
        before = before[(before.LastIndexOfAny('\r', '\n') + 1)..];
        var tab = before.IndexOf('\t');
        return tab >= 0 && !before.ContainsAnyExcept(" \t-?:") ? YamlLineProblems.Tab(text, start - before.Length + tab) : null;
    }

    /// <summary>A tab that indents a further line of a value within a block, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the value begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="builder">What is open around it.</param>
    public static Problem? Within(string text, int start, int end, NodeBuilder builder)
    {
        if (builder.Innermost is not { Start: >= 0 and var block } || BracketProblems.OpenBracket(text, builder) >= 0)
        {
            return null;
        }

        var value = text.AsSpan(start, Math.Clamp(end, start, text.Length) - start);
        if (!value.Contains('\t'))
        {
            return null;
        }

        var column = block - new TextLine(text, block).Start;
        for (var at = value.IndexOfAny('\r', '\n'); at >= 0 && at + 1 < value.Length;)
        {
            var line = new TextLine(text, start + at + 1);
            if (line.TabInIndentation is >= 0 and var tab && tab - line.Start <= column && line.ContentStart < line.End)
            {
                return YamlLineProblems.Tab(text, tab);
            }

            var next = value[(at + 1)..].IndexOfAny('\r', '\n');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }
}
