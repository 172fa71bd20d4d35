using System.Text;
using PolicyCheck.Cli.Output;

namespace PolicyCheck.Cli.Input;

/// <summary>Asks on standard output and reads an answer from standard input, a line each; what isn't typed at a terminal is shown as if it were.</summary>
internal sealed class Lines : IDisposable
{
    private readonly Surroundings _surroundings;
    private readonly StreamReader _reader;

    /// <summary>Begins to read.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    public Lines(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _reader = new(surroundings.Input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1024, leaveOpen: true);
    }

    /// <summary>Writes a page at once.</summary>
    /// <param name="write">What to write.</param>
    public void Say(Action<TextPage> write)
    {
        var page = new TextPage(_surroundings.Colours, _surroundings.Width);
        write(page);
        page.WriteTo(_surroundings.Output);
        _surroundings.Output.Flush();
    }

    /// <summary>Writes a line.</summary>
    /// <param name="indent">How far it is indented.</param>
    /// <param name="text">What to say.</param>
    /// <param name="style">The style in Spectre.Console's words, or empty.</param>
    public void Say(int indent, string text, string style = "") => Say(page => page.Line(indent, TextPage.Styled(text, style)));

    /// <summary>Asks for a line; null where the input has ended.</summary>
    /// <param name="prompt">What stands before the answer.</param>
    public string? Ask(string prompt)
    {
        _surroundings.Output.Write(Encoding.UTF8.GetBytes(prompt));
        _surroundings.Output.Flush();
        var line = _reader.ReadLine()?.Trim();
        if (_surroundings.Prompts is null || line is null)
        {
            Say(0, line is null ? "(no more answers)" : line.Length == 0 ? "(nothing)" : line);
        }

        return line;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
