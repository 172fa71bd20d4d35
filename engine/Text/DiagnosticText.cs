using System.Text;

namespace PolicyCheck.Text;

/// <summary>Writes a diagnostic for a terminal or a log, with the source line and a caret under the place.</summary>
public static class DiagnosticText
{
    private const int Width = 100;

    /// <summary>The diagnostic in four lines without a final line end, or in two when the source has no text to show.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    public static string Render(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var (line, column) = diagnostic.Location.Start;
        var text = new StringBuilder()
            .Append(VisibleText.Of(diagnostic.Location.Path)).Append(':').Append(line).Append(':').Append(column).Append(": ")
            .Append(Word(diagnostic.Level)).Append(' ').Append(diagnostic.Code).Append(": ")
            .Append(VisibleText.Of(diagnostic.Message));
        if (diagnostic.Location.Source.Content.Length > 0)
        {
            AppendExcerpt(text, diagnostic.Location, column);
        }

        return CommandText.Defused(text.Append("\n  cure: ").Append(VisibleText.Of(diagnostic.Cure)).ToString());
    }

    private static string Word(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => "error",
        DiagnosticLevel.Warning => "warning",
        _ => "note",
    };

    private static void AppendExcerpt(StringBuilder text, Location location, int column)
    {
        var content = location.Source.Content.AsSpan();
        var at = Math.Clamp(location.Span.Start, 0, content.Length);
        var lineStart = at - column + 1;
        var start = column <= Width / 2 ? lineStart : at - (Width / 2);
        var shown = LineFrom(content, start, Width);
        if (shown.Length < Width && start > lineStart)
        {
            start = Math.Max(lineStart, start - Width + shown.Length);
            shown = LineFrom(content, start, Width);
        }

        var window = shown.ToArray();
        if (start > lineStart)
        {
            var isPair = char.IsHighSurrogate(window[0]);
            window.AsSpan(0, isPair ? 2 : 1).Fill('…');
        }

        var end = start + window.Length;
        if (end < content.Length && window.Length == Width && content[end] is not ('\r' or '\n'))
        {
            var isPair = char.IsLowSurrogate(window[^1]);
            window.AsSpan(window.Length - (isPair ? 2 : 1)).Fill('…');
        }

        var marked = Math.Clamp(location.Span.End - at, 1, Math.Max(1, end - at));
        text.Append('\n').Append(VisibleText.Of(window).TrimEnd())
            .Append('\n').Append(' ', at - start).Append('^').Append('~', marked - 1);
    }

    private static ReadOnlySpan<char> LineFrom(ReadOnlySpan<char> content, int start, int most)
    {
        var rest = content[start..Math.Min(content.Length, start + most)];
        var length = rest.IndexOfAny('\r', '\n');
        return length < 0 ? rest : rest[..length];
    }
}
