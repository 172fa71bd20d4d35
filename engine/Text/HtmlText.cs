using System.Net;

namespace PolicyCheck.Text;

/// <summary>Writes a user's text into HTML, between tags or in a quoted attribute, so that it can neither become markup nor hide anything.</summary>
internal static class HtmlText
{
    /// <summary>The text with markup escaped and every invisible character shown.</summary>
    public static string Of(string text) => WebUtility.HtmlEncode(VisibleText.Of(text));
}
