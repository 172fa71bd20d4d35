using System.Globalization;
using System.Text;

namespace PolicyCheck.Reference;

/// <summary>The anchors of one page's headings, formed as forges form them, so that links hold in Markdown and HTML alike.</summary>
internal sealed class HeadingAnchors
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>The anchor of the next heading.</summary>
    /// <param name="heading">Its text without markup.</param>
    public string Next(string heading)
    {
        var slug = new StringBuilder();
        foreach (var letter in heading.ToLowerInvariant())
        {
            if (letter == ' ' || letter == '-' || letter == '_' || char.IsLetterOrDigit(letter))
            {
                slug.Append(letter == ' ' ? '-' : letter);
            }
        }

        var anchor = slug.ToString();
        var before = _used.GetValueOrDefault(anchor);
        _used[anchor] = before + 1;
        return before == 0 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}-{before}");
    }
}
