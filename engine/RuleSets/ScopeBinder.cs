using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Reading;
using PolicyCheck.Values;

namespace PolicyCheck.RuleSets;

/// <summary>Reads what a text binds beyond its jurisdictions, and which other texts it sets aside.</summary>
internal sealed class ScopeBinder(ImmutableArray<Source> sources, Func<Node, Place?> place, DiagnosticBag diagnostics)
{
    internal static ImmutableArray<string> ReachKeys { get; } = ["title", "citation", "when"];
    internal static ImmutableArray<string> PreemptionKeys { get; } = ["title", "citation", "standings", "within"];

    public ImmutableArray<Reach> Reaches(MappingBinder owner, ConditionBinder conditions) =>
        [.. Mappings(owner, "alsoBinds", "what it also binds", ReachKeys).Select(binder => Reach(binder, conditions)).OfType<Reach>()];

    public ImmutableArray<Preemption> Preemptions(MappingBinder owner) =>
        [.. Mappings(owner, "preempts", "what it sets aside", PreemptionKeys).Select(Preemption).OfType<Preemption>()];

    private IEnumerable<MappingBinder> Mappings(MappingBinder owner, string key, string what, ImmutableArray<string> keys)
    {
        foreach (var item in owner.Items(key))
        {
            if (owner.TryMapping(item, what, out var mapping))
            {
                yield return new(mapping, what, keys, diagnostics, emptyAllowed: false);
            }
        }
    }

    private Reach? Reach(MappingBinder binder, ConditionBinder conditions)
    {
        var title = binder.RequireScalar("title", "whoever uses the results in the Union");
        var citation = CitationBinder.Require(binder, sources, diagnostics);
        var when = binder.Require("when", "{use.resultsUsedIn: EU}") is { } condition ? conditions.Bind(condition) : null;
        return title is null || citation is null || when is null ? null : new(title.Value, citation, when, title.Location);
    }

    private Preemption? Preemption(MappingBinder binder)
    {
        var title = binder.RequireScalar("title", "local ordinances on artificial intelligence");
        var citation = CitationBinder.Require(binder, sources, diagnostics);
        var standings = Listed("standings", "[ordinance]").Select(node => Word(node, binder)).OfType<Standing>().ToImmutableArray();
        var within = Listed("within", "[US-TX]").Select(place).OfType<Place>().ToImmutableArray();
        return title is null || citation is null ? null : new(title.Value, citation, standings, within, title.Location);

        ImmutableArray<Node> Listed(string key, string example) => binder.Require(key, example) is null ? [] : binder.Items(key);
    }

    private Standing? Word(Node node, MappingBinder binder)
    {
        if (!binder.TryScalar(node, "a standing", out var scalar))
        {
            return null;
        }

        if (Words.Standings.Contains(scalar.Value))
        {
            return Words.Parse<Standing>(scalar.Value);
        }

        diagnostics.Error(
            BindingCodes.UnknownWord,
            scalar.Location,
            $"`{scalar.Value}` is not a standing",
            Text.Spelling.DidYouMean(scalar.Value, Words.Standings, $"write one of {string.Join(", ", Words.Standings)}"));
        return null;
    }
}
