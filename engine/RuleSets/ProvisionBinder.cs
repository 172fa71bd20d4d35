using System.Collections.Immutable;
using PolicyCheck.Binding;

namespace PolicyCheck.RuleSets;

/// <summary>Reads the provisions that no rule encodes.</summary>
internal static class ProvisionBinder
{
    internal static ImmutableArray<string> Keys { get; } = ["citation", "says", "why", "person"];

    public static ImmutableArray<Provision> Bind(MappingBinder owner, ImmutableArray<Source> sources, DiagnosticBag diagnostics)
    {
        if (owner.Node("notEncoded") is null)
        {
            return default;
        }

        var provisions = ImmutableArray.CreateBuilder<Provision>();
        foreach (var item in owner.Items("notEncoded"))
        {
            if (owner.TryMapping(item, "a provision", out var mapping)
                && Provision(new(mapping, "a provision", Keys, diagnostics, emptyAllowed: false), sources, diagnostics) is { } provision)
            {
                provisions.Add(provision);
            }
        }

        return provisions.ToImmutable();
    }

    private static Provision? Provision(MappingBinder binder, ImmutableArray<Source> sources, DiagnosticBag diagnostics)
    {
        var citation = CitationBinder.Require(binder, sources, diagnostics);
        var says = binder.RequireScalar("says", "Judges report each January the warrants they gave.");
        var why = binder.Scalar("why");
        var person = binder.Scalar("person");
        if (why is null == person is null)
        {
            diagnostics.Error(
                RuleSetCodes.Missing,
                binder.Location,
                why is null ? "this provision says neither `why` no rule encodes it nor what a `person` has to judge" : "this provision has `why` and `person`",
                "give it exactly one of the two");
            return null;
        }

        return citation is null || says is null ? null : new(citation, says.Value, (why ?? person)?.Value ?? "", person is not null, citation.Location);
    }
}
