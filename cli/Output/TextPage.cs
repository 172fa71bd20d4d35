using System.Text;
using PolicyCheck.Text;
using Spectre.Console;

namespace PolicyCheck.Cli.Output;

/// <summary>A page of text for a terminal: lines with indentation, labels and colours; every value is escaped here.</summary>
internal sealed class TextPage
{
    // With fewer beside a label a grid makes room by breaking the label too.
    private const int FewColumns = 16;

    private readonly StringBuilder _buffer = new();
    private readonly IAnsiConsole _console;
    private readonly bool _colours;

    /// <summary>Begins a page.</summary>
    /// <param name="colours">Whether colours are shown.</param>
    /// <param name="width">How many columns there are.</param>
    public TextPage(bool colours, int width)
    {
        _colours = colours;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            // What is said doesn't depend on whether a build server is recognised by its environment.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(new StringWriter(_buffer) { NewLine = "\n" }),
        });
        _console.Profile.Width = width;
        _console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>A piece of text in a style.</summary>
    /// <param name="text">The text, which may be a user's.</param>
    /// <param name="style">The style in Spectre.Console's words, or empty.</param>
    public static string Styled(string text, string style = "")
    {
        var escaped = Markup.Escape(VisibleText.Of(text));
        return style.Length == 0 ? escaped : $"[{style}]{escaped}[/]";
    }

    /// <summary>An empty line.</summary>
    public void Gap() => _buffer.Append('\n');

    /// <summary>A line of markup made by <see cref="Styled"/>, wrapped under itself.</summary>
    /// <param name="indent">How far it is indented.</param>
    /// <param name="markup">The markup.</param>
    public void Line(int indent, string markup) => Row(indent, 0, "", markup);

    /// <summary>A label, and beside it markup that wraps under itself.</summary>
    /// <param name="indent">How far the label is indented.</param>
    /// <param name="labelWidth">How many columns the label takes.</param>
    /// <param name="label">The label's markup.</param>
    /// <param name="markup">The markup.</param>
    public void Row(int indent, int labelWidth, string label, string markup)
    {
        var start = indent + (labelWidth > 0 ? labelWidth + 1 : 0);
        var (plainLabel, plain) = (Markup.Remove(label), Markup.Remove(markup));
        var gap = start - indent - plainLabel.Length;
        var isNarrow = gap >= 0 && _console.Profile.Width - start >= FewColumns && IsNarrow(plain) && IsNarrow(plainLabel);
        if (isNarrow && !_colours)
        {
            WritePlain($"{new string(' ', indent)}{plainLabel}{new string(' ', gap)}", start + plain.Length < _console.Profile.Width ? [plain] : PlainLines.Of(markup, _console.Profile.Width - start));
            return;
        }

        if (isNarrow && start + plain.Length < _console.Profile.Width)
        {
            _console.MarkupLine($"{new string(' ', indent)}{label}{new string(' ', gap)}{markup}");
            return;
        }

        var grid = new Grid { Expand = false };
        if (labelWidth > 0)
        {
            grid.AddColumn(new GridColumn().Width(labelWidth).PadLeft(indent).PadRight(1));
            grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
            grid.AddRow(new Markup(label), new Markup(markup));
        }
        else
        {
            grid.AddColumn(new GridColumn().PadLeft(indent).PadRight(0));
            grid.AddRow(new Markup(markup));
        }

        _console.Write(grid);
    }

    // Laying out a grid costs many times what a line does, so only what has colours and must be wrapped, or has wide characters, becomes one.
    private static bool IsNarrow(string plain)
    {
        foreach (var sign in plain)
        {
            if (sign is >= '\u0300' and not (>= '\u0370' and < '\u0483') and not (>= '\u2010' and <= '\u2027') and not (>= '\u2190' and < '\u2200') and not (>= '\u2400' and <= '\u2426'))
            {
                return false;
            }
        }

        return true;
    }

    private void WritePlain(string first, IEnumerable<string> lines)
    {
        var before = first;
        foreach (var line in lines)
        {
            _buffer.Append(before).Append(line).Append('\n');
            before = new(' ', first.Length);
        }
    }

    /// <summary>Writes the page as UTF-8, without blanks at the ends of lines.</summary>
    /// <param name="stream">Where to.</param>
    public void WriteTo(Stream stream)
    {
        var lines = _buffer.ToString().Split('\n').Select(line => line.TrimEnd());
        stream.Write(Encoding.UTF8.GetBytes(CommandText.Defused(string.Join('\n', lines))));
    }
}
