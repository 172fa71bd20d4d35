using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Scaffolding;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>An answer to a question, with how well it is known.</summary>
/// <param name="Open">The fact that it states.</param>
/// <param name="Value">The value.</param>
/// <param name="Basis">How well it is known.</param>
/// <param name="Source">The document that says so, or null.</param>
/// <param name="On">The day of that document or measurement, or null.</param>
public sealed record GivenAnswer(OpenFact Open, Value Value, Basis Basis, string? Source, DateOnly? On)
{
    /// <summary>The answer as a line of a manifest.</summary>
    public string Line => $"{Open.Key}: {Statement()}";

    /// <summary>A manifest that states the answers too, in place of what it stated less exactly; its text is another matter.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="answers">The answers, at most one to each fact.</param>
    public static Manifest AddTo(Manifest manifest, IEnumerable<GivenAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var given = answers.ToLookup(answer => answer.Open.Use?.Id ?? "", StringComparer.Ordinal);
        return manifest with
        {
            Facts = Stated(manifest.Facts, given[""], manifest.Location),
            Uses = [.. manifest.Uses.Select(use => use with { Facts = Stated(use.Facts, given[use.Id], use.Location) })],
        };
    }

    /// <summary>What makes a manifest with the answers contradict itself, by what the vocabulary says follows from what; none where nothing does.</summary>
    /// <param name="manifest">The manifest with the answers.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public static ImmutableArray<Diagnostic> Contradictions(Manifest manifest, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var diagnostics = new DiagnosticBag();
        foreach (var use in manifest.Uses)
        {
            ImpliedFacts.Check(manifest.Facts, use.Facts, vocabulary, diagnostics);
        }

        return diagnostics.ToImmutable();
    }

    /// <summary>The answer as a manifest states it on one line, such as <c>{value: true, basis: documented}</c>.</summary>
    internal string Statement()
    {
        string?[] parts =
        [
            $"value: {YamlText.Of(Value, Open.Fact)}",
            $"basis: {StatementBinder.Bases[(int)Basis]}",
            Source is null ? null : $"source: {YamlText.Of(Source)}",
            On is { } day ? $"on: {IsoDate.Format(day)}" : null,
        ];
        return $"{{{string.Join(", ", parts.OfType<string>())}}}";
    }

    private static ImmutableArray<StatedFact> Stated(ImmutableArray<StatedFact> facts, IEnumerable<GivenAnswer> answers, Location location)
    {
        var all = answers.ToList();
        return [.. facts.Where(fact => !all.Exists(answer => answer.Open.Fact.Path == fact.Fact.Path)), .. all.Select(answer => new StatedFact(answer.Open.Fact, answer.Value, answer.Basis, answer.Source, answer.On, location))];
    }
}
