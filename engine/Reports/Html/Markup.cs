using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Html;

/// <summary>A piece of HTML written as an interpolated string: what stands in the string is markup, what is filled in is text and escaped.</summary>
[InterpolatedStringHandler]
internal sealed class Markup
{
    private readonly StringBuilder _html;

    public Markup(int literalLength, int formattedCount) => _html = new(literalLength + (formattedCount * 16));

    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new(0, 0);

    public void AppendLiteral(string markup) => _html.Append(markup);

    public void AppendFormatted(string text) => _html.Append(HtmlText.Of(text));

    public void AppendFormatted(int number) => _html.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Markup piece) => _html.Append(piece._html);

    public void AppendFormatted(IEnumerable<Markup> pieces)
    {
        foreach (var piece in pieces)
        {
            _html.Append(piece._html);
        }
    }

    public override string ToString() => _html.ToString();
}
