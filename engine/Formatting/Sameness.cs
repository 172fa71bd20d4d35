using PolicyCheck.Reading;

namespace PolicyCheck.Formatting;

/// <summary>Proves that a formatted file says what the file said.</summary>
internal static class Sameness
{
    /// <summary>Whether two files hold the same documents, but for the order of keys that have a canonical one, and the same comments.</summary>
    public static bool Holds(ReadResult before, ReadResult after) =>
        after.Diagnostics.All(diagnostic => diagnostic.Level != Text.DiagnosticLevel.Error)
        && before.Documents.Length == after.Documents.Length
        && before.Documents.Zip(after.Documents).All(pair => Holds(pair.First, pair.Second, KeyOrder.OfDocument(pair.First)))
        && Comments(before).SequenceEqual(Comments(after), StringComparer.Ordinal);

    private static bool Holds(Node before, Node after, KeyOrder order) => (before, after) switch
    {
        (ScalarNode one, ScalarNode other) => (one.IsNull && other.IsNull) || (one.Value == other.Value && one.IsNull == other.IsNull && (one.IsPlain == other.IsPlain || IsWord(one.Value))),
        (SequenceNode one, SequenceNode other) => one.Items.Length == other.Items.Length
            && one.Items.Zip(other.Items).All(pair => Holds(pair.First, pair.Second, order.OfItem())),
        (MappingNode one, MappingNode other) => one.Entries.Length == other.Entries.Length
            && (order.IsFree
                ? one.Entries.Zip(other.Entries).All(pair => pair.First.Key.Value == pair.Second.Key.Value && Holds(pair.First.Value, pair.Second.Value, order.Of(pair.First.Key.Value)))
                : one.Entries.All(entry => other[entry.Key.Value] is { } value && Holds(entry.Value, value, order.Of(entry.Key.Value)))),
        _ => false,
    };

    // Quotes tell a text from a number, a day, a flag and nothing; a longer text with a line break stays a text either way.
    private static bool IsWord(string value) => value.Contains('\n', StringComparison.Ordinal) || value.Contains(' ', StringComparison.Ordinal) || QuotedText.LooksLikeBlock(value) || QuotedText.Of(value, inFlow: false) == value;

    private static IEnumerable<string> Comments(ReadResult read) => Trivia.Of(read).Comments.Select(comment => comment.Text).Order(StringComparer.Ordinal);
}
