using System.Text;

namespace PolicyCheck.Reference;

/// <summary>A page of Markdown, block by block; what it is given must be Markdown already.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder _text = new();
    private bool _inList;

    /// <summary>A heading.</summary>
    public void Heading(int level, string markdown) => Block($"{new string('#', level)} {markdown}");

    /// <summary>A paragraph, or nothing where it is empty.</summary>
    public void Paragraph(string markdown)
    {
        if (markdown.Length > 0)
        {
            Block(markdown);
        }
    }

    /// <summary>An item of a list; items in a row make one list.</summary>
    /// <param name="depth">How deep it is nested, from 0.</param>
    /// <param name="markdown">Its line.</param>
    public void Item(int depth, string markdown)
    {
        if (!_inList && _text.Length > 0)
        {
            _text.Append('\n');
        }

        _inList = true;
        _text.Append(' ', 2 * depth).Append("- ").Append(markdown).Append('\n');
    }

    /// <summary>A table, or nothing where it has no row.</summary>
    public void Table(IReadOnlyCollection<string> headers, IEnumerable<IReadOnlyCollection<string>> rows)
    {
        var lines = rows.Select(Row).ToList();
        if (lines.Count > 0)
        {
            Block(string.Join('\n', [Row(headers), Row([.. headers.Select(_ => "---")]), .. lines]));
        }
    }

    /// <summary>The page.</summary>
    public override string ToString() => _text.ToString();

    private static string Row(IReadOnlyCollection<string> cells) => $"| {string.Join(" | ", cells)} |";

    private void Block(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _inList = false;
        _text.Append(text).Append('\n');
    }
}
