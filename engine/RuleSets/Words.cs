using System.Collections.Immutable;

namespace PolicyCheck.RuleSets;

/// <summary>The words that rule sets use for the values of enumerations: their names in kebab-case.</summary>
public static class Words
{
    /// <summary>The words for standings.</summary>
    public static ImmutableArray<string> Standings { get; } = Of<Standing>();

    /// <summary>The words for severities, most severe first.</summary>
    public static ImmutableArray<string> Severities { get; } = Of<Severity>();

    /// <summary>The words for confidence, surest first.</summary>
    public static ImmutableArray<string> Confidences { get; } = Of<Confidence>();

    /// <summary>The words for how a text was read.</summary>
    public static ImmutableArray<string> Readings { get; } = Of<ReadFrom>();

    /// <summary>The word for a value.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The enumeration.</typeparam>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) =>
            char.IsAsciiLetterUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>The value for a word that is one of them.</summary>
    /// <param name="word">The word.</param>
    /// <typeparam name="T">The enumeration.</typeparam>
    public static T Parse<T>(string word)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(word);
        return Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
    }

    private static ImmutableArray<string> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];
}
