using System.Buffers;
using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Waivers;

/// <summary>Turns nodes into waivers; everything that can be wrong with one by itself is reported here.</summary>
internal sealed class WaiverBinder(RuleLibrary library, DiagnosticBag diagnostics)
{
    private const string DigestPrefix = "sha256:";

    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdef");

    private readonly ConditionBinder _conditions = new(library.Vocabulary, Scope.Empty, diagnostics);
    private readonly ILookup<string, Rule> _rules = library.RuleSets.SelectMany(set => set.Rules).ToLookup(rule => rule.QualifiedId, StringComparer.Ordinal);

    internal static ImmutableArray<string> FileKeys { get; } = [MappingBinder.SchemaKey, "waivers"];

    internal static ImmutableArray<string> Keys { get; } =
        ["id", "rule", "deployment", "digest", "uses", "reason", "grantor", "authority", "requestedBy", "from", "to", "conditions", "renews", "document"];

    /// <summary>A waiver, or null where something essential is missing or wrong.</summary>
    public Waiver? Bind(Node node)
    {
        if (node is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, "a waiver is a mapping", "begin with `- id: name`");
            return null;
        }

        var own = new DiagnosticBag();
        var waiver = Bind(mapping, own);
        diagnostics.AddRange(own.ToImmutable());
        return own.HasErrors ? null : waiver;
    }

    private Waiver? Bind(MappingNode mapping, DiagnosticBag own)
    {
        var binder = new MappingBinder(mapping, "a waiver", Keys, own, emptyAllowed: false);
        var id = binder.RequireIdentifier("id", "gate-monitoring-2026");
        var rule = Rule(binder, own);
        var deployment = Named(binder.RequireScalar("deployment", "city-hall-entrance"), "deployment", own);
        var uses = binder.Items("uses").Select(use => binder.TryScalar(use, "a use", out var name) ? Named(name, "use", own) : null).OfType<ScalarNode>().ToList();
        var (reason, grantor) = (Text(binder, "reason", "the cameras are replaced in May", own), Text(binder, "grantor", "Ada Lovelace", own));
        var (authority, requestedBy) = (Text(binder, "authority", "Chief AI Officer of the agency", own), Text(binder, "requestedBy", "Charles Babbage", own));
        var (from, to) = (Day(binder, "from", "2026-01-01"), Day(binder, "to", "2026-03-31"));
        if (from > to)
        {
            own.Error(WaiverCodes.BadPeriod, Place("to"), "this waiver ends before it begins", "`from` and `to` are its first and its last day, and both belong to it");
        }

        var digest = Digest(binder.Scalar("digest"), own);
        var conditions = binder.Node("conditions") is { } condition ? _conditions.Bind(condition) : null;
        if (binder.Has("conditions") && conditions is null)
        {
            return null;
        }

        return id is null || rule is null || deployment is null || reason is null || grantor is null || authority is null || requestedBy is null || from is null || to is null
            ? null
            : new(id.Value, rule.Value, deployment.Value, digest, [.. uses.Select(use => use.Value).Distinct(StringComparer.Ordinal)], reason, grantor, authority, from.Value, to.Value, id.Location)
            {
                RequestedBy = requestedBy,
                Conditions = conditions,
                Renews = binder.Scalar("renews")?.Value,
                Document = binder.Scalar("document")?.Value,
                Places = mapping.Entries.ToImmutableDictionary(entry => entry.Key.Value, entry => entry.Value.Location, StringComparer.Ordinal),
            };

        Location Place(string key) => mapping[key]?.Location ?? binder.Location;
    }

    private ScalarNode? Rule(MappingBinder binder, DiagnosticBag own)
    {
        if (binder.RequireScalar("rule", "us-omb-m-25-21/monitoring") is not { } scalar || IsWild(scalar, "rule", own))
        {
            return null;
        }

        if (_rules.Contains(scalar.Value))
        {
            return scalar;
        }

        var named = _rules.Select(group => group.Key).ToList();
        var ending = named.Where(name => name.EndsWith($"/{scalar.Value}", StringComparison.Ordinal)).ToList();
        own.Error(
            WaiverCodes.UnknownRule,
            scalar.Location,
            $"there is no rule `{scalar.Value}`",
            ending is [var only] ? $"did you mean `{only}`?" : Spelling.DidYouMean(scalar.Value, named, "name one rule as `rule-set-id/rule-id`; `policycheck list` has the rule sets"));
        return null;
    }

    private static ScalarNode? Named(ScalarNode? scalar, string what, DiagnosticBag own)
    {
        if (scalar is null || IsWild(scalar, what, own))
        {
            return null;
        }

        if (Identifier.IsKebabCase(scalar.Value))
        {
            return scalar;
        }

        own.Error(BindingCodes.BadIdentifier, scalar.Location, $"`{scalar.Value}` is not the identifier of a {what}", $"write the {what}'s id as the manifest has it, such as `city-hall-entrance`");
        return null;
    }

    private static bool IsWild(ScalarNode scalar, string what, DiagnosticBag own)
    {
        var isWild = scalar.Value.AsSpan().ContainsAny('*', '?');
        if (isWild)
        {
            own.Error(WaiverCodes.Wildcard, scalar.Location, $"`{scalar.Value}` stands for more than one {what}", $"a waiver excuses one {what}: write one for each{(what == "use" ? ", or leave `uses` out where all are meant" : "")}");
        }

        return isWild;
    }

    private static string? Text(MappingBinder binder, string key, string example, DiagnosticBag own)
    {
        if (binder.RequireScalar(key, example) is not { } scalar)
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(scalar.Value))
        {
            return scalar.Value.Trim();
        }

        own.Error(BindingCodes.EmptyValue, scalar.Location, $"`{key}` says nothing", $"write it out, such as `{key}: {example}`");
        return null;
    }

    private static DateOnly? Day(MappingBinder binder, string key, string example) => binder.Require(key, example) is null ? null : binder.Date(key);

    private static string? Digest(ScalarNode? scalar, DiagnosticBag own)
    {
        if (scalar is null || IsDigest(scalar.Value))
        {
            return scalar?.Value;
        }

        var meant = scalar.Value.Trim().ToLowerInvariant();
        own.Error(
            WaiverCodes.BadDigest,
            scalar.Location,
            $"`{scalar.Value}` is not a digest",
            IsDigest(DigestPrefix + meant) ? $"did you mean `{DigestPrefix}{meant}`?" : IsDigest(meant) ? $"did you mean `{meant}`?" : "write `sha256:` and the 64 digits that `sha256sum` prints for the manifest's file");
        return null;
    }

    private static bool IsDigest(string text) =>
        text.Length == DigestPrefix.Length + 64
        && text.StartsWith(DigestPrefix, StringComparison.Ordinal)
        && text.AsSpan(DigestPrefix.Length).IndexOfAnyExcept(HexadecimalDigits) < 0;
}
