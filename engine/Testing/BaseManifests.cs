using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>The manifests that the cases of a file start from, by name.</summary>
internal sealed class BaseManifests
{
    internal static ImmutableArray<string> FileKeys { get; } = ["file", "manifest"];

    private readonly CaseFactsBinder _facts;
    private readonly Vocabulary _vocabulary;
    private readonly Func<string, PolicyFile?> _open;
    private readonly ReadingLimits? _limits;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, (ScalarNode Name, Manifest? Manifest)> _named = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PolicyFile>.Builder _files = ImmutableArray.CreateBuilder<PolicyFile>();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public BaseManifests(MappingNode? named, CaseFactsBinder facts, Vocabulary vocabulary, Func<string, PolicyFile?> open, ReadingLimits? limits, DiagnosticBag diagnostics)
    {
        (_facts, _vocabulary, _open, _limits, _diagnostics) = (facts, vocabulary, open, limits, diagnostics);
        foreach (var (name, node) in named?.Entries ?? [])
        {
            _named.Add(name.Value, (name, Bind(name.Value, node)));
        }
    }

    /// <summary>The files that were opened.</summary>
    public ImmutableArray<PolicyFile> Files => _files.ToImmutable();

    /// <summary>The manifest of a case: one that the file names, or the facts written in the case itself.</summary>
    /// <param name="node">What is written behind <c>manifest</c>.</param>
    public Manifest? Find(Node node)
    {
        if (node is not ScalarNode name)
        {
            return Bind("case", node);
        }

        _used.Add(name.Value);
        if (_named.TryGetValue(name.Value, out var found))
        {
            return found.Manifest;
        }

        _diagnostics.Error(
            TestCodes.UnknownManifest,
            name.Location,
            $"`{name.Value}` is not one of this file's `manifests`",
            Spelling.DidYouMean(name.Value, _named.Keys.Order(StringComparer.Ordinal), "add it under `manifests`, with `file:` or with facts"));
        return null;
    }

    /// <summary>Reports the manifests that no case asked for.</summary>
    public void ReportUnused()
    {
        foreach (var (name, _) in _named.Values.Where(entry => !_used.Contains(entry.Name.Value)))
        {
            _diagnostics.Error(TestCodes.UnusedManifest, name.Location, $"no case starts from `{name.Value}`", "use it in a case, or remove it");
        }
    }

    private Manifest? Bind(string name, Node node)
    {
        if (node is not MappingNode mapping)
        {
            _diagnostics.Error(BindingCodes.WrongShape, node.Location, "a manifest is a mapping of facts", "write facts below it, or `file: path/of/a.manifest.yaml`");
            return null;
        }

        return mapping["file"] is null ? _facts.Bind(mapping).ToManifest(name, "case", mapping.Location) : FromFile(mapping);
    }

    private Manifest? FromFile(MappingNode mapping)
    {
        var binder = new MappingBinder(mapping, "a manifest by file", FileKeys, _diagnostics, emptyAllowed: false);
        if (binder.Scalar("file") is not { } path)
        {
            return null;
        }

        if (_open(path.Value) is not { } file)
        {
            _diagnostics.Error(TestCodes.UnknownManifest, path.Location, $"there is no file `{path.Value}`", "write its path from this file's folder, with forward slashes");
            return null;
        }

        _files.Add(file);
        var manifests = ManifestReader.Read(file.Path, file.Content, _vocabulary, _limits);
        _diagnostics.AddRange(manifests.Diagnostics.Where(diagnostic => diagnostic.Level == DiagnosticLevel.Error));
        var chosen = binder.Scalar("manifest");
        var found = manifests.Manifests.Where(manifest => chosen is null || manifest.Id == chosen.Value).ToList();
        if (found is [var only])
        {
            return only;
        }

        if (!manifests.HasErrors)
        {
            _diagnostics.Error(
                TestCodes.UnknownManifest,
                (chosen ?? path).Location,
                found.Count == 0 ? $"`{path.Value}` holds no manifest `{chosen?.Value}`" : $"`{path.Value}` holds {found.Count} manifests",
                $"name one with `manifest:`: {string.Join(", ", manifests.Manifests.Select(manifest => manifest.Id))}");
        }

        return null;
    }
}
