using System.Text;
using System.Text.Json;

namespace PolicyCheck.Reading;

/// <summary>Hands the tokens of one JSON text on to a builder, with their places in UTF-16 code units.</summary>
internal ref struct JsonPass(ReadOnlySpan<byte> utf8, string text, NodeBuilder builder, ProblemList problems)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private readonly bool _isAscii = utf8.Length == text.Length;
    private int _bytes;
    private int _chars;
    private int _comma = -1;

    /// <summary>Where the last token ended.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Takes the reader's token.</summary>
    public void Take(ref Utf8JsonReader reader)
    {
        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        var isComment = reader.TokenType == JsonTokenType.Comment;
        var first = (int)reader.TokenStartIndex;
        if (_utf8[_bytes..first].IndexOf((byte)',') is >= 0 and var comma)
        {
            _comma = CharsAt(_bytes + comma);
        }

        var start = CharsAt(first);
        var end = CharsAt(first + reader.ValueSpan.Length + (isText || isComment ? 2 : 0));
        LastEnd = end;
        if (isComment)
        {
            problems.Add(JsonProblems.Comment(start, end));
            return;
        }

        if (builder.DocumentCount > 0)
        {
            builder.Stop(JsonProblems.SecondDocument(start, end));
            return;
        }

        TakeValue(ref reader, start, end);
        _comma = -1;
        if (builder.Innermost is null)
        {
            builder.EndDocument();
        }
    }

    private readonly void TakeValue(ref Utf8JsonReader reader, int start, int end)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                builder.Open(reader.TokenType == JsonTokenType.StartObject, start);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                if (_comma >= 0)
                {
                    problems.Add(JsonProblems.TrailingComma(_comma, text[start]));
                }

                builder.Close(end);
                break;
            case JsonTokenType.String or JsonTokenType.PropertyName:
                builder.Scalar(start, end, Unescaped(ref reader, start, end), isPlain: false);
                break;
            default:
                builder.Scalar(start, end, Encoding.UTF8.GetString(reader.ValueSpan), isPlain: true);
                break;
        }
    }

    private readonly string Unescaped(ref Utf8JsonReader reader, int start, int end)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            problems.Add(JsonProblems.HalfSurrogate(start, end));
            return text[start..end];
        }
    }

    private int CharsAt(int offset)
    {
        if (_isAscii)
        {
            return _bytes = offset;
        }

        _chars += Encoding.UTF8.GetCharCount(_utf8[_bytes..offset]);
        _bytes = offset;
        return _chars;
    }
}
