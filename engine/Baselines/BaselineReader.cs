using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Baselines;

/// <summary>Reads baselines.</summary>
public sealed class BaselineReader
{
    private readonly DiagnosticBag _diagnostics = new();

    private BaselineReader()
    {
    }

    private static ImmutableArray<string> Keys { get; } = [MappingBinder.SchemaKey, "schemaVersion", "asOf", "findings"];
    private static ImmutableArray<string> EntryKeys { get; } = ["fingerprint", "rule", "path", "deployment", "use", "places", "outcome", "facts", "since"];

    private static ImmutableArray<string> RequiredTexts { get; } = ["fingerprint", "rule", "path", "deployment", "use", "facts"];

    /// <summary>Reads a baseline.</summary>
    /// <param name="path">The path to report.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="limits">How much is read; the documented defaults when null.</param>
    /// <returns>The baseline, or null when something is wrong with it, and every problem found.</returns>
    public static (Baseline? Baseline, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content, ReadingLimits? limits = null)
    {
        var reader = new BaselineReader();
        var read = DocumentReader.Read(path, content.Span, limits);
        reader._diagnostics.AddRange(read.Diagnostics);
        var baseline = reader._diagnostics.HasErrors ? null : reader.Bind(read);
        return (reader._diagnostics.HasErrors ? null : baseline, reader._diagnostics.ToImmutable());
    }

    private Baseline? Bind(ReadResult read)
    {
        if (read.Documents is not [MappingNode document])
        {
            _diagnostics.Error(BindingCodes.WrongShape, new(read.Source, default), "this is not a baseline", "write one with `policycheck check … --write-baseline FILE`");
            return null;
        }

        var binder = new MappingBinder(document, "a baseline", Keys, _diagnostics, emptyAllowed: false);
        if (binder.RequireScalar("schemaVersion", Baseline.SchemaVersion) is { } version && version.Value.Split('.')[0] != Baseline.SchemaVersion.Split('.')[0])
        {
            _diagnostics.Error(BaselineCodes.Version, version.Location, $"a baseline of version `{version.Value}` isn't read by this program, which reads {Baseline.SchemaVersion}", "write it anew with `--write-baseline`");
        }

        binder.Require("asOf", "2026-11-23");
        binder.Require("findings", "[]");
        var asOf = binder.Date("asOf");
        ImmutableArray<BaselineEntry> entries = [.. binder.Items("findings").Select(Entry).OfType<BaselineEntry>()];
        foreach (var twice in entries.GroupBy(entry => entry.Fingerprint, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            _diagnostics.Error(BaselineCodes.BadEntry, binder.Location, $"two entries are about `{twice.First().Rule}` and {twice.First().Deployment}", "keep one of both, or write the baseline anew");
        }

        return asOf is { } day ? new(day, entries) : null;
    }

    private BaselineEntry? Entry(Node node)
    {
        if (node is not MappingNode mapping)
        {
            _diagnostics.Error(BindingCodes.WrongShape, node.Location, "an entry is a mapping", "write the baseline anew with `--write-baseline`");
            return null;
        }

        var binder = new MappingBinder(mapping, "an entry of a baseline", EntryKeys, _diagnostics, emptyAllowed: false);
        var texts = RequiredTexts.Select(key => binder.RequireScalar(key, "…")?.Value).ToList();
        var outcome = binder.RequireWord("outcome", BaselineOutcome.All);
        binder.Require("since", "2026-11-23");
        return texts.Contains(null) || outcome is null || binder.Date("since") is not { } since
            ? null
            : new(texts[0] ?? "", texts[1] ?? "", texts[2] ?? "", texts[3] ?? "", texts[4] ?? "", binder.Texts("places"), outcome == BaselineOutcome.Fail, texts[5] ?? "", since);
    }
}
