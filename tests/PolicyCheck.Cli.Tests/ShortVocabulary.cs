using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests;

/// <summary>The part of the shipped vocabulary that one text names, so that thousands of texts can be loaded with it.</summary>
internal static partial class ShortVocabulary
{
    private static readonly string Whole = File.ReadAllText(Path.Combine(Repository.Root, "rules", "vocabulary.yaml"));
    private static readonly ConcurrentDictionary<string, byte[]> Known = new(StringComparer.Ordinal);

    public static byte[] For(string text) => Known.GetOrAdd(text, static named =>
    {
        var start = Whole.IndexOf("\nfacts:\n", StringComparison.Ordinal) + "\nfacts:\n".Length;
        var end = Whole.IndexOf("\nplaces:\n", StringComparison.Ordinal);
        var facts = Entry().Split(Whole[start..end])
            .Where(entry => Name().Match(entry) is { Success: true } match && (match.Groups[1].Value == "places" || named.Contains(match.Groups[1].Value, StringComparison.Ordinal)));
        return Encoding.UTF8.GetBytes($"vocabulary: core\nfacts:\n{string.Concat(facts)}{Whole[end..]}");
    });

    [GeneratedRegex(@"(?=^  [a-z][A-Za-z.]*:\n)", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^  ([a-z][A-Za-z.]*):\n")]
    private static partial Regex Name();
}
