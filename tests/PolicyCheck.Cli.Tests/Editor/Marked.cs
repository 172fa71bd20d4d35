namespace PolicyCheck.Cli.Tests.Editor;

/// <summary>A text with a place in it that an author's cursor stands at.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">The line and the column of the cursor, counted from nought in UTF-16 code units.</param>
internal sealed record Marked(string Text, (int Line, int Character) Place)
{
    /// <summary>Takes the first <c>‸</c> of a text for the cursor.</summary>
    public static Marked Of(string marked)
    {
        var at = marked.IndexOf('‸', StringComparison.Ordinal);
        var before = marked[..at];
        return new(before + marked[(at + 1)..], (before.Count(letter => letter == '\n'), at - (before.LastIndexOf('\n') + 1)));
    }
}
