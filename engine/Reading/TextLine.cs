namespace PolicyCheck.Reading;

/// <summary>The line of a text around an offset, for explaining what is wrong with it.</summary>
internal readonly struct TextLine
{
    private readonly string _text;

    /// <summary>Finds the line.</summary>
    public TextLine(string text, int offset)
    {
        _text = text;
        offset = Math.Clamp(offset, 0, text.Length);
        Start = text.AsSpan(0, offset).LastIndexOfAny('\r', '\n') + 1;
        var length = text.AsSpan(offset).IndexOfAny('\r', '\n');
        End = length < 0 ? text.Length : offset + length;
        var content = text.AsSpan(Start, End - Start).IndexOfAnyExcept(' ', '\t');
        ContentStart = content < 0 ? End : Start + content;
    }

    /// <summary>Where the line starts.</summary>
    public int Start { get; }

    /// <summary>Where the line ends, without its line end.</summary>
    public int End { get; }

    /// <summary>Where its first visible character is, or its end.</summary>
    public int ContentStart { get; }

    /// <summary>How far it is indented.</summary>
    public int Indentation => ContentStart - Start;

    /// <summary>The line without its indentation and trailing space.</summary>
    public ReadOnlySpan<char> Content => _text.AsSpan(ContentStart, End - ContentStart).TrimEnd();

    /// <summary>Where the first tab of the indentation is, or -1.</summary>
    public int TabInIndentation
    {
        get
        {
            var tab = _text.AsSpan(Start, Indentation).IndexOf('\t');
            return tab < 0 ? -1 : Start + tab;
        }
    }

    /// <summary>The content up to its first colon, when a character other than a space follows that colon directly, else nothing.</summary>
    public ReadOnlySpan<char> KeyWithoutSpace
    {
        get
        {
            var colon = Content.IndexOf(':');
            return colon > 0 && colon + 1 < Content.Length && !char.IsWhiteSpace(Content[colon + 1]) && Content[colon + 1] != '/'
                ? Content[..colon]
                : [];
        }
    }

    /// <summary>Whether the content has a colon that ends a key.</summary>
    public bool HasKey => Content.EndsWith(":") ||
        Content.Contains(": ", StringComparison.Ordinal) || Content.Contains(":\t", StringComparison.Ordinal);

    /// <summary>The last line above this one that isn't blank; this line when there is none.</summary>
    public TextLine Above()
    {
        var visible = _text.AsSpan(0, Start).LastIndexOfAnyExcept(" \t\r\n");
        return visible < 0 ? this : new(_text, visible);
    }
}
