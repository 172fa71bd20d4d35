using System.Text;
using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests.Questions;

/// <summary>Somebody who reads the question that was asked last and answers it; what they weren't told of they don't know.</summary>
/// <param name="asked">What the program has written so far.</param>
/// <param name="answers">The answers by facts, with how they are known after a bar where that is said.</param>
internal sealed partial class AnsweringStream(MemoryStream asked, IReadOnlyDictionary<string, string> answers) : Stream
{
    private byte[] _line = [];
    private int _at;
    private string _asked = "";

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == _line.Length)
        {
            (_line, _at) = (Encoding.UTF8.GetBytes(Reply() + "\n"), 0);
        }

        var length = Math.Min(count, _line.Length - _at);
        _line.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
        _at += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private string Reply()
    {
        var text = Blanks().Replace(Encoding.UTF8.GetString(asked.ToArray()), " ");
        var fact = Fact().Matches(text)[^1].Groups["fact"].Value;
        var parts = answers.GetValueOrDefault(fact, "-").Split('|', 2, StringSplitOptions.TrimEntries);
        var isBasis = text.EndsWith("day) > ", StringComparison.Ordinal);
        if (!isBasis && fact == _asked)
        {
            throw new InvalidOperationException($"the answer to {fact} isn't understood");
        }

        _asked = isBasis ? "" : fact;
        return isBasis ? parts.Length > 1 ? parts[1] : "" : parts[0];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\((?<fact>[a-zA-Z][\w.-]*)(, use [\w-]+)?; the \w+ knows\)")]
    private static partial Regex Fact();
}
