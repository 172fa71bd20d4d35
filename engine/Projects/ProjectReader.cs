using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Projects;

/// <summary>Reads a project's configuration.</summary>
public sealed class ProjectReader
{
    /// <summary>The name of the file, which is looked for in the working directory and the folders above it.</summary>
    public const string FileName = ".policycheck.yaml";

    private readonly DiagnosticBag _diagnostics = new();
    private readonly ImmutableArray<string> _formats;

    private ProjectReader(ImmutableArray<string> formats) => _formats = formats;

    internal static ImmutableArray<string> Keys { get; } = [MappingBinder.SchemaKey, "manifests", "ruleSets", "parameters", "severities", .. ProjectKey.All.Select(key => key.Name).Where(name => name != "manifests")];

    /// <summary>Reads a configuration.</summary>
    /// <param name="path">The path to report.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="formats">The formats that a report can have.</param>
    /// <param name="limits">How much is read; the documented defaults when null.</param>
    /// <returns>The project, or null when something is wrong with it, and every problem found.</returns>
    public static (Project? Project, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content, ImmutableArray<string> formats, ReadingLimits? limits = null)
    {
        var reader = new ProjectReader(formats);
        var read = DocumentReader.Read(path, content.Span, limits);
        reader._diagnostics.AddRange(read.Diagnostics);
        var project = reader._diagnostics.HasErrors ? null : reader.Bind(read);
        return (reader._diagnostics.HasErrors ? null : project, reader._diagnostics.ToImmutable());
    }

    private Project? Bind(ReadResult read)
    {
        if (read.Documents.IsEmpty)
        {
            return Project.Empty;
        }

        if (read.Documents is not [MappingNode document])
        {
            _diagnostics.Error(BindingCodes.WrongShape, new(read.Source, default), "a configuration is one mapping", "write `key: value` lines, such as `failOn: [advisory]`");
            return null;
        }

        var binder = new MappingBinder(document, "a configuration", Keys, _diagnostics, emptyAllowed: false);
        ImmutableArray<ProjectSetting> settings = [.. ProjectKey.All.Select(key => Setting(binder, key)).OfType<ProjectSetting>()];
        var ruleSets = binder.Node("ruleSets") is { } chosen ? new RuleSetChoice(Scalars(binder, "ruleSets"), chosen.Location) : null;
        return new(settings, ruleSets, [.. Parameters(binder)], [.. Severities(binder)]);
    }

    private ProjectSetting? Setting(MappingBinder binder, ProjectKey key)
    {
        if (binder.Node(key.Name) is not { } node)
        {
            return null;
        }

        var values = key.IsList ? Scalars(binder, key.Name) : binder.Scalar(key.Name) is { } only ? [only] : [];
        foreach (var value in values)
        {
            if (!key.Words.IsEmpty && !key.Words.Contains(value.Value))
            {
                _diagnostics.Error(BindingCodes.UnknownWord, value.Location, $"`{key.Name}` can't be `{value.Value}`", Spelling.DidYouMean(value.Value, key.Words, $"use one of {string.Join(", ", key.Words)}"));
            }
            else if (key.Name == "output" && !_formats.Contains(value.Value.Split('=')[0]))
            {
                _diagnostics.Error(ProjectCodes.BadOutput, value.Location, $"there is no output format `{value.Value.Split('=')[0]}`", Spelling.DidYouMean(value.Value.Split('=')[0], _formats, $"use one of {string.Join(", ", _formats)}"));
            }
        }

        return new(key, [.. values.Select(value => value.Value)], node.Location);
    }

    // A list of one may be written without brackets.
    private static ImmutableArray<ScalarNode> Scalars(MappingBinder binder, string key) => binder.Node(key) is ScalarNode only
        ? [only]
        : [.. binder.Items(key).Select(item => binder.TryScalar(item, $"this item of `{key}`", out var text) ? text : null).OfType<ScalarNode>()];

    private static IEnumerable<StricterParameter> Parameters(MappingBinder binder)
    {
        foreach (var (set, node) in binder.Mapping("parameters")?.Entries ?? [])
        {
            if (binder.TryMapping(node, $"`{set.Value}`", out var parameters))
            {
                foreach (var (name, value) in parameters.Entries)
                {
                    yield return new(set.Value, name.Value, value, name.Location);
                }
            }
        }
    }

    private IEnumerable<SeverityOverride> Severities(MappingBinder binder)
    {
        if (binder.Mapping("severities") is not { } severities)
        {
            yield break;
        }

        var words = new MappingBinder(severities, "`severities`", [.. severities.Entries.Select(entry => entry.Key.Value)], _diagnostics, emptyAllowed: false);
        foreach (var (rule, _) in severities.Entries)
        {
            if (words.OptionalWord(rule.Value, Words.Severities) is { } word)
            {
                yield return new(rule.Value, Words.Parse<Severity>(word), rule.Location);
            }
        }
    }
}
