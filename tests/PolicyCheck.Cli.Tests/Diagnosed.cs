using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests;

/// <summary>One problem as it is told on standard error.</summary>
/// <param name="Place">The file, line and column.</param>
/// <param name="Level">Error or warning.</param>
/// <param name="Code">The code.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Cure">What to do about it.</param>
internal sealed partial record Diagnosed(string Place, string Level, string Code, string Message, string Cure)
{
    /// <summary>All problems that were told, in order.</summary>
    public static Diagnosed[] Of(Run run) =>
        [.. Told().Matches(run.Error).Select(match => new Diagnosed(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value, match.Groups[5].Value))];

    /// <summary>The place of a word in a text, as <c>line:column</c>, counted from one.</summary>
    public static string PlaceOf(string word, string text)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{word} isn't in the text");
        var before = text[..at];
        return $"{before.Count(letter => letter == '\n') + 1}:{at - before.LastIndexOf('\n')}";
    }

    /// <summary>A text in which something was mistaken for something else.</summary>
    public static string Mistaken(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(.+:\d+:\d+): (error|warning) (PC\d\d\d): (.*)\n(?:.*\n *\^~*\n)?  cure: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Told();
}
