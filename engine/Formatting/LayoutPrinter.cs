using System.Text;

namespace PolicyCheck.Formatting;

/// <summary>Prints layouts.</summary>
internal sealed class LayoutPrinter
{
    private const int Step = 2;

    private readonly StringBuilder _text = new();
    private bool _isAtStart = true;

    // Empty lines below a text that keeps its last line breaks would be part of it.
    private bool _isBelowKept;

    /// <summary>What was printed.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Prints the line between two documents.</summary>
    public void Separator()
    {
        _text.Append("---\n");
        _isAtStart = true;
    }

    /// <summary>Prints a document.</summary>
    public void Document(Layout root)
    {
        if (root is BlockLayout block)
        {
            Block(block, 0, isBesideDash: false);
        }
        else if (root is InlineLayout { Lines: not [""] } inline)
        {
            Inline(inline, 0, null);
        }
    }

    /// <summary>Prints comments, each on a line of its own.</summary>
    public void Comments(IEnumerable<Comment> comments, int indent)
    {
        foreach (var comment in comments)
        {
            Gap(comment.HasGap);
            Start(indent);
            _text.Append(comment.Text).Append('\n');
        }
    }

    private void Block(BlockLayout block, int indent, bool isBesideDash)
    {
        foreach (var piece in block.Pieces)
        {
            Comments(piece.Leading, indent);
            if (!isBesideDash)
            {
                Gap(piece.HasGap);
                Start(indent);
            }

            Print(piece, indent);
            isBesideDash = false;
        }

        Comments(block.Tail, indent);
    }

    private void Print(Piece piece, int indent)
    {
        _text.Append(piece.Key is null ? "-" : $"{piece.Key}:");
        if (piece.Value is InlineLayout inline)
        {
            _text.Append(inline.Lines[0].Length > 0 ? " " : "");
            Inline(inline, indent + Step, piece.Beside);
        }
        else if (piece is { Key: null, Value: BlockLayout item })
        {
            _text.Append(' ');
            Block(item, indent + Step, isBesideDash: true);
        }
        else
        {
            End(piece.Beside);
            Block((BlockLayout)piece.Value, indent + Step, isBesideDash: false);
        }
    }

    private void Inline(InlineLayout inline, int indent, Comment? beside)
    {
        _isAtStart = false;
        for (var i = 0; i < inline.Lines.Length; i++)
        {
            _text.Append(' ', i > 0 && inline.Lines[i].Length > 0 ? indent : 0).Append(inline.Lines[i]);
            End(i == inline.Lines.Length - 1 ? beside : null);
        }

        _isBelowKept = inline.Lines is [['|' or '>', '+', ..] or ['|' or '>', _, '+', ..], _, ..];
    }

    private void End(Comment? beside) => _text.Append(beside is null ? "" : $"  {beside.Text}").Append('\n');

    private void Gap(bool isWanted) => _text.Append(isWanted && !_isAtStart && !_isBelowKept ? "\n" : "");

    private void Start(int indent)
    {
        _text.Append(' ', indent);
        (_isAtStart, _isBelowKept) = (false, false);
    }
}
