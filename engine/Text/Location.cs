namespace PolicyCheck.Text;

/// <summary>A stretch of one source text.</summary>
/// <param name="Source">The text.</param>
/// <param name="Span">The stretch of it.</param>
public readonly record struct Location(SourceText Source, TextSpan Span)
{
    /// <summary>Where the stretch begins.</summary>
    public LinePosition Start => Source.PositionOf(Span.Start);

    /// <summary>Where the stretch ends, exclusive.</summary>
    public LinePosition End => Source.PositionOf(Span.End);

    /// <summary>The path of the source text.</summary>
    public string Path => Source.Path;
}
