using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Text;

namespace PolicyCheck.RuleSets;

/// <summary>Reads where a text says something: the id of a source, then a comma and the place in it.</summary>
internal static class CitationBinder
{
    public static Citation? Require(MappingBinder binder, ImmutableArray<Source> sources, DiagnosticBag diagnostics)
    {
        if (binder.RequireScalar("citation", $"{(sources.IsEmpty ? "act" : sources[0].Id)}, section 1") is not { } scalar)
        {
            return null;
        }

        var comma = scalar.Value.IndexOf(',', StringComparison.Ordinal);
        var citation = comma < 0
            ? new Citation(scalar.Value.Trim(), "", scalar.Location)
            : new Citation(scalar.Value[..comma].Trim(), scalar.Value[(comma + 1)..].Trim(), scalar.Location);
        if (sources.Any(source => source.Id == citation.SourceId))
        {
            return citation;
        }

        diagnostics.Error(
            RuleSetCodes.UnknownSource,
            scalar.Location,
            $"`{citation.SourceId}` is not a source of this rule set",
            Spelling.DidYouMean(citation.SourceId, sources.Select(source => source.Id), "begin the citation with the `id` of one of the `sources`, then a comma"));
        return null;
    }
}
