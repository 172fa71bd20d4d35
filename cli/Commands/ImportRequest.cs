using System.Collections.Immutable;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Commands;

/// <summary>What was asked of <c>import</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Mapping">The mapping: a file, or a name.</param>
/// <param name="To">Where the manifests go, or null for standard output.</param>
/// <param name="Force">Whether to overwrite.</param>
/// <param name="Rules">Where the rules come from whose facts are known in place of the built-in ones.</param>
/// <param name="Reports">Where the report goes.</param>
/// <param name="Limits">How much is read of each file.</param>
internal sealed record ImportRequest(
    string Table,
    string Mapping,
    string? To,
    bool Force,
    RuleOrigin Rules,
    ImmutableArray<OutputTarget> Reports,
    ReadingLimits Limits)
{
    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem =>
        To is null && Reports.Any(report => report is { Format: "json", Path: null })
            ? "standard output has the manifests: give them a place with `--to`, or the report one with `-o json=report.json`"
        : To is not null && Path.GetExtension(To) is ".yaml" or ".yml" or ".json" && !IsFile
            ? $"`{To}` is no manifest by its name: manifests end in `.manifest.yaml`"
        : null;

    /// <summary>Whether all manifests go into one file.</summary>
    public bool IsFile => To is { } to && (to.EndsWith(".manifest.yaml", StringComparison.Ordinal) || to.EndsWith(".manifest.yml", StringComparison.Ordinal));
}
