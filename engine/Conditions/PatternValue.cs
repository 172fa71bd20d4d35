using System.Text.RegularExpressions;
using PolicyCheck.Values;

namespace PolicyCheck.Conditions;

/// <summary>A regular expression that describes a whole text, matched in time linear in the text.</summary>
/// <param name="Pattern">The expression.</param>
public sealed record PatternValue(string Pattern) : Value
{
    private readonly Lazy<Regex> _regex =
        new(() => new Regex($@"\A(?:{Pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));

    /// <summary>Whether a text is described.</summary>
    /// <param name="text">The text.</param>
    public bool Describes(string text) => _regex.Value.IsMatch(text);

    /// <summary>Why the expression can't be used, or null where it can.</summary>
    public string? Problem()
    {
        try
        {
            // By itself first: only then does the group around it hold all of it, and an expression such as `a)|(b` stays out.
            _ = new Regex(Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            _ = _regex.Value;
            return null;
        }
        catch (Exception exception) when (exception is RegexParseException or NotSupportedException)
        {
            return exception is RegexParseException parse ? $"at character {parse.Offset}" : "it needs backtracking (a look-around, a back-reference or the like) or repeats too often";
        }
    }

    /// <summary>Whether both are the same expression.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(PatternValue? other) => other is not null && Pattern == other.Pattern;

    /// <summary>The expression's hash code.</summary>
    public override int GetHashCode() => Pattern.GetHashCode(StringComparison.Ordinal);
}
