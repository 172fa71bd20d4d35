namespace PolicyCheck.Cli.Fleets;

/// <summary>A line of a stream without its end.</summary>
/// <param name="Number">Its one-based number.</param>
/// <param name="Start">Where it begins, in bytes.</param>
/// <param name="End">Where the next one begins.</param>
/// <param name="Content">The bytes, which are there until the next line is taken; none where it is too long.</param>
/// <param name="IsTooLong">Whether it is longer than is read.</param>
/// <param name="IsEnded">Whether a line break stands behind it.</param>
internal sealed record StreamLine(long Number, long Start, long End, ReadOnlyMemory<byte> Content, bool IsTooLong, bool IsEnded);

/// <summary>Reads a stream line by line, holding no more of it than a line that is short enough; lines end with <c>\n</c> or <c>\r\n</c>.</summary>
/// <param name="stream">The stream, which stands at the beginning of a line.</param>
/// <param name="longest">The longest line that is read, in bytes.</param>
internal sealed class LineReader(Stream stream, int longest)
{
    private const int LeastRead = 64 * 1024;

    // A byte order mark and the two bytes of a line's end come on top.
    private readonly long _most = (long)longest + 5;
    private byte[] _buffer = new byte[2 * LeastRead];
    private int _start;
    private int _scanned;
    private int _end;
    private bool _isSkipping;
    private long _lineStart;
    private long _skipped;

    /// <summary>The number of the line that comes next; one unless lines were passed over before.</summary>
    public long Number { get; init; } = 1;

    /// <summary>Where the stream stands, in bytes; zero unless it was moved before.</summary>
    public long Offset { get; init; }

    /// <summary>Every line; null where more must be read of the stream before the next one comes, which may take long.</summary>
    public IEnumerable<StreamLine?> Lines()
    {
        _lineStart = Offset;
        for (var number = Number; ; number++)
        {
            int found;
            while ((found = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n')) < 0)
            {
                _scanned = _end;
                yield return null;
                if (!Fill())
                {
                    if (_end > _start || _isSkipping)
                    {
                        yield return Take(number, _end, isEnded: false);
                    }

                    yield break;
                }
            }

            yield return Take(number, _scanned + found, isEnded: true);
        }
    }

    private StreamLine Take(long number, int end, bool isEnded)
    {
        var content = _buffer.AsMemory(_start, end - _start);
        if (number == 1 && content.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            content = content[3..];
        }

        if (isEnded && content.Span is [.., (byte)'\r'])
        {
            content = content[..^1];
        }

        var isTooLong = _isSkipping || content.Length > longest;
        var next = end + (isEnded ? 1 : 0);
        var start = _lineStart;
        _lineStart += _skipped + next - _start;
        _skipped = 0;
        _start = _scanned = next;
        _isSkipping = false;
        return new(number, start, _lineStart, isTooLong ? default : content, isTooLong, isEnded);
    }

    private bool Fill()
    {
        if (_end - _start > _most)
        {
            _isSkipping = true;
        }

        if (_isSkipping)
        {
            _skipped += _end - _start;
            _start = _scanned = _end = 0;
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _scanned, _end) = (0, _end - _start, _end - _start);
        }

        if (_buffer.Length - _end < LeastRead)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
