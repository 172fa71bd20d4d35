using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Manifests;

/// <summary>Reads what a manifest says mustn't be changed: facts, and sections of them.</summary>
internal sealed class GivenBinder(Vocabulary vocabulary, DiagnosticBag diagnostics)
{
    /// <summary>The key.</summary>
    internal const string Key = "given";

    /// <summary>The word for the uses themselves, so that none is dropped.</summary>
    internal const string Uses = "uses";

    /// <summary>The paths that are given; in a use they are written as its facts are, without <c>use.</c>.</summary>
    public ImmutableArray<string> Bind(MappingBinder binder, StatementScope scope)
    {
        var prefix = scope == StatementScope.Use ? "use." : "";
        return [.. binder.Items(Key).Select(item => binder.TryScalar(item, $"this item of `{Key}`", out var name) ? Path(name, prefix) : null).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private string? Path(ScalarNode name, string prefix)
    {
        var path = prefix + name.Value;
        if (vocabulary.Find(path) is not null || vocabulary.IsSection(path) || path == Uses)
        {
            return path;
        }

        var candidates = vocabulary.Facts.Select(fact => fact.Path)
            .Concat(vocabulary.Facts.Select(fact => fact.Path[..Math.Max(0, fact.Path.LastIndexOf('.'))]))
            .Where(candidate => candidate.Length > prefix.Length && candidate.StartsWith(prefix, StringComparison.Ordinal))
            .Select(candidate => candidate[prefix.Length..])
            .Append(prefix.Length == 0 ? Uses : "")
            .Where(candidate => candidate.Length > 0)
            .Distinct(StringComparer.Ordinal);
        diagnostics.Error(
            FactsCodes.UnknownFact,
            name.Location,
            $"`{name.Value}` is neither a fact nor a group of facts{(prefix.Length > 0 ? " of a use" : "")}",
            Spelling.DidYouMean(name.Value, candidates, "see `policycheck list facts` for all facts"));
        return null;
    }
}
