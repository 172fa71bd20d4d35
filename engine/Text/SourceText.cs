using System.Collections.Immutable;

namespace PolicyCheck.Text;

/// <summary>The text of one file together with the path it is reported under.</summary>
public sealed class SourceText
{
    private readonly Lazy<ImmutableArray<int>> _lineStarts;

    /// <summary>Wraps a text that is already decoded.</summary>
    /// <param name="path">The path as the user named it, with forward slashes.</param>
    /// <param name="content">The decoded text, without a byte order mark.</param>
    public SourceText(string path, string content)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(content);
        Path = path;
        Content = content;
        _lineStarts = new(FindLineStarts);
    }

    /// <summary>The path as the user named it, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The decoded text, without a byte order mark.</summary>
    public string Content { get; }

    /// <summary>The one-based line and column of an offset; an offset past the end means the end.</summary>
    /// <param name="offset">A zero-based offset in UTF-16 code units.</param>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Content.Length);
        var starts = _lineStarts.Value;
        var found = starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new(line + 1, offset - starts[line] + 1);
    }

    /// <summary>The offset of a line and column; what lies past the end of a line or of the text means that end.</summary>
    /// <param name="position">A one-based line and column.</param>
    public int OffsetOf(LinePosition position)
    {
        var starts = _lineStarts.Value;
        return position.Line < 1 ? 0
            : position.Line > starts.Length ? Content.Length
            : starts[position.Line - 1] + Math.Clamp(position.Column - 1, 0, LineAt(position.Line).Length);
    }

    /// <summary>One line without its line ending.</summary>
    /// <param name="line">A one-based line number within the text.</param>
    public string LineAt(int line)
    {
        var starts = _lineStarts.Value;
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, starts.Length);
        var end = line < starts.Length ? starts[line] : Content.Length;
        return Content[starts[line - 1]..end].TrimEnd('\r', '\n');
    }

    private ImmutableArray<int> FindLineStarts()
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < Content.Length; i++)
        {
            if (Content[i] == '\n' || (Content[i] == '\r' && (i + 1 == Content.Length || Content[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToImmutable();
    }
}
