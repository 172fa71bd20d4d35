using System.Collections.Immutable;
using PolicyCheck.Binding;

namespace PolicyCheck.RuleSets;

/// <summary>Reads the sources of a rule set.</summary>
internal static class SourceBinder
{
    internal static ImmutableArray<string> Keys { get; } = ["id", "title", "url", "date", "read", "checked", "confidence", "note"];

    public static ImmutableArray<Source> Bind(MappingBinder owner, DiagnosticBag diagnostics)
    {
        var sources = ImmutableArray.CreateBuilder<Source>();
        foreach (var item in owner.Items("sources"))
        {
            if (owner.TryMapping(item, "a source", out var mapping)
                && Source(new(mapping, "a source", Keys, diagnostics, emptyAllowed: false)) is { } source)
            {
                sources.Add(source);
            }
        }

        return sources.ToImmutable();
    }

    private static Source? Source(MappingBinder binder)
    {
        var id = binder.RequireIdentifier("id", "announcement");
        var title = binder.RequireScalar("title", "the company's announcement");
        var read = binder.RequireWord("read", Words.Readings);
        var confidence = binder.RequireWord("confidence", Words.Confidences);
        return id is null || title is null || read is null || confidence is null
            ? null
            : new(
                id.Value,
                title.Value,
                binder.Scalar("url")?.Value,
                binder.Date("date"),
                Words.Parse<ReadFrom>(read),
                binder.Date("checked"),
                Words.Parse<Confidence>(confidence),
                binder.Scalar("note")?.Value,
                id.Location);
    }
}
