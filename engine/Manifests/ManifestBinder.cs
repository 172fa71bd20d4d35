using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Manifests;

/// <summary>Turns one manifest document into a manifest.</summary>
internal sealed class ManifestBinder
{
    internal static ImmutableArray<string> OwnKeys { get; } = [MappingBinder.SchemaKey, "manifest", "title", "description", "period", GivenBinder.Key, GivenBinder.Uses];
    internal static ImmutableArray<string> PeriodKeys { get; } = ["from", "until"];
    internal static ImmutableArray<string> OwnUseKeys { get; } = ["id", "title", "description", GivenBinder.Key];

    private readonly DiagnosticBag _diagnostics;
    private readonly StatementBinder _statements;
    private readonly GivenBinder _given;
    private readonly Vocabulary _vocabulary;

    public ManifestBinder(Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _vocabulary = vocabulary;
        _statements = new(vocabulary, diagnostics);
        _given = new(vocabulary, diagnostics);
    }

    public Manifest? Bind(Node document, string digest = "")
    {
        if (document is not MappingNode mapping)
        {
            _diagnostics.Error(BindingCodes.WrongShape, document.Location, "a manifest is a mapping", "begin with `manifest: name`");
            return null;
        }

        var binder = new MappingBinder(mapping, "a manifest", _diagnostics);
        var id = binder.RequireIdentifier("manifest", "city-hall-entrance");
        var facts = _statements.Bind(mapping, OwnKeys, StatementScope.Deployment);
        var given = _given.Bind(binder, StatementScope.Deployment);
        var uses = Uses(mapping, binder.Location);
        foreach (var use in uses)
        {
            ImpliedFacts.Check(facts, use.Facts, _vocabulary, _diagnostics);
        }

        var period = binder.Mapping("period") is { } days ? Period(days) : null;
        return id is null ? null : new(id.Value, binder.Scalar("title")?.Value ?? id.Value, facts, uses, id.Location) { Digest = digest, Period = period, Given = given };
    }

    private Period? Period(MappingNode days)
    {
        var binder = new MappingBinder(days, "the deployment's period", PeriodKeys, _diagnostics, emptyAllowed: false);
        if (!binder.Has("from") && !binder.Has("until"))
        {
            _diagnostics.Error(ManifestCodes.BadPeriod, days.Location, "this period has no day", "write the first day as `from`, and the first day after the last as `until` where there is one");
            return null;
        }

        var period = PeriodBinder.Bind(binder);
        if (period is { From: { } from, Until: { } until } && until <= from)
        {
            _diagnostics.Error(
                ManifestCodes.BadPeriod,
                binder.Scalar("until")?.Location ?? days.Location,
                $"`until` is {IsoDate.Format(until)}, which isn't after {IsoDate.Format(from)}, so the deployment would never run",
                "`until` is the first day on which it no longer runs");
        }

        return period;
    }

    private ImmutableArray<Use> Uses(MappingNode manifest, Location beginning)
    {
        switch (manifest["uses"])
        {
            case null or ScalarNode { IsNull: true }:
                _diagnostics.Add(Diagnostic.Warning(
                    ManifestCodes.NoUse,
                    beginning,
                    "this manifest lists no use, so it is judged as one use of which nothing is known",
                    "list under `uses` what the system is used for"));
                return [new("unstated", "a use of which nothing is stated", [], manifest.Location)];
            case SequenceNode { Items: { IsEmpty: false } items }:
                return Distinct(items.Select(Use).OfType<Use>());
            case var other:
                _diagnostics.Error(BindingCodes.WrongShape, other.Location, "`uses` is not a list of uses", "write `- id: name` and the facts of that use below it");
                return [];
        }
    }

    private Use? Use(Node node)
    {
        if (node is not MappingNode mapping)
        {
            _diagnostics.Error(BindingCodes.WrongShape, node.Location, "a use is a mapping", "begin with `- id: name`");
            return null;
        }

        var binder = new MappingBinder(mapping, "a use", _diagnostics);
        var id = binder.RequireIdentifier("id", "entrance-check");
        var facts = _statements.Bind(mapping, OwnUseKeys, StatementScope.Use);
        var given = _given.Bind(binder, StatementScope.Use);
        return id is null ? null : new(id.Value, binder.Scalar("title")?.Value ?? id.Value, facts, id.Location) { Given = given };
    }

    private ImmutableArray<Use> Distinct(IEnumerable<Use> uses)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var distinct = ImmutableArray.CreateBuilder<Use>();
        foreach (var use in uses)
        {
            distinct.Add(use);
            if (!known.Add(use.Id))
            {
                _diagnostics.Error(BindingCodes.DuplicateName, use.Location, $"there is another use `{use.Id}`", "give each use its own id");
            }
        }

        return distinct.ToImmutable();
    }
}
