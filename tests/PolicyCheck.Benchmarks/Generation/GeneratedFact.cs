using System.Collections.Immutable;

namespace PolicyCheck.Benchmarks.Generation;

/// <summary>A fact of <c>rules/vocabulary.yaml</c> that generated manifests state and generated rules read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Values">What is stated of it; of numbers, days and spans in rising order.</param>
internal sealed record GeneratedFact(string Path, FactKind Kind, ImmutableArray<string> Values)
{
    /// <summary>Its name as a property of C#.</summary>
    public string Property => Pascal(Path[(Path.LastIndexOf('.') + 1)..]);

    /// <summary>Words joined by hyphens as a name of C#.</summary>
    public static string Pascal(string words) => string.Concat(words.Split('-', ' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
