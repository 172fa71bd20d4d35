using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Formatting;

/// <summary>Brings a file into its canonical form: layout, quotes and the order of known keys, never what it says.</summary>
public static class Formatter
{
    /// <summary>Formats a file.</summary>
    /// <param name="path">The path as the user named it.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="limits">How much is read of it; the documented defaults when null.</param>
    public static Formatted Format(string path, ReadOnlySpan<byte> bytes, ReadingLimits? limits = null)
    {
        var read = DocumentReader.Read(path, bytes, limits);
        var source = read.Source;
        if (read.Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error))
        {
            return new(source, null, read.Diagnostics);
        }

        if (DocumentFormat.IsJson(path, source.Content))
        {
            return LeftAlone(read, 0, "JSON is left as it is", "write YAML, whose layout and comments are kept in order");
        }

        var trivia = Trivia.Of(read);
        if (trivia.Unsupported is { } at)
        {
            return LeftAlone(read, at, "a file with an anchor, an alias or a directive is left as it is", "write the value out where it is used, or keep the file in order by hand");
        }

        var text = Print(read, trivia);
        return Sameness.Holds(read, DocumentReader.ReadDecoded(new(path.Length == 0 ? "-.yaml" : path, text), limits))
            ? new(source, text, read.Diagnostics)
            : new(source, null, [.. read.Diagnostics, Diagnostic.Error(
                FormattingCodes.Unsafe,
                new(source, default),
                "formatting would change what this file says, so it is left as it is",
                "this is a defect of the program, please report it with the file")]);
    }

    private static Formatted LeftAlone(ReadResult read, int at, string message, string cure) =>
        new(read.Source, read.Source.Content, [.. read.Diagnostics, new(FormattingCodes.LeftAlone, DiagnosticLevel.Note, new(read.Source, new(at, at + 1)), message, cure)]);

    private static string Print(ReadResult read, Trivia trivia)
    {
        var text = read.Source.Content;
        var comments = new CommentQueue(text, trivia.Comments);
        var builder = new LayoutBuilder(text, comments);
        var printer = new LayoutPrinter();
        foreach (var document in read.Documents)
        {
            var limit = trivia.Separators.Where(separator => separator >= document.Location.Span.End).Where(separator => document != read.Documents[0] || separator > 0).DefaultIfEmpty(text.Length).First();
            if (document != read.Documents[0])
            {
                printer.Separator();
            }

            printer.Comments(comments.Before(document.Location.Span.Start), 0);
            printer.Document(Settled(builder.Build(document, new(0, 0, -1, limit, InFlow: false), KeyOrder.OfDocument(document)), document));
            printer.Comments(comments.Before(limit), 0);
        }

        printer.Comments(comments.Before(int.MaxValue), 0);
        return printer.ToString();
    }

    // The line that stands first keeps its distance from what is above it, whichever key the order puts there.
    private static Layout Settled(Layout layout, Node document) => layout is BlockLayout { Pieces: [var first, ..] pieces } block
        ? block with { Pieces = [first with { HasGap = LineMap.HasGapAbove(document.Location.Source.Content, document.Location.Span.Start) }, .. pieces.Skip(1)] }
        : layout;
}
