using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Manifests;

/// <summary>Reads manifest files, which may hold several documents.</summary>
public static class ManifestReader
{
    /// <summary>Reads every manifest of a file.</summary>
    /// <param name="path">The path to report.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="vocabulary">The declared facts.</param>
    /// <param name="limits">How much is read; the documented defaults when null.</param>
    /// <returns>The manifests without errors, and every problem found.</returns>
    public static ManifestFile Read(string path, ReadOnlyMemory<byte> content, Vocabulary vocabulary, ReadingLimits? limits = null) =>
        Read(DocumentReader.Read(path, content.Span, limits), vocabulary, ContentDigest.Of(content.Span));

    /// <summary>Reads every manifest of a file whose documents are read already.</summary>
    /// <param name="read">The documents.</param>
    /// <param name="vocabulary">The declared facts.</param>
    /// <param name="digest">The digest of the file; empty where it isn't a file of its own.</param>
    public static ManifestFile Read(ReadResult read, Vocabulary vocabulary, string digest)
    {
        ArgumentNullException.ThrowIfNull(read);
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(read.Diagnostics);
        if (diagnostics.HasErrors)
        {
            return new([], diagnostics.ToImmutable());
        }

        if (read.Documents.IsEmpty)
        {
            diagnostics.Error(BindingCodes.DocumentCount, new(read.Source, default), "this file holds no manifest", "begin with `manifest: name`");
        }

        var manifests = ImmutableArray.CreateBuilder<Manifest>();
        foreach (var document in read.Documents)
        {
            var own = new DiagnosticBag();
            var manifest = new ManifestBinder(vocabulary, own).Bind(document, digest);
            diagnostics.AddRange(own.ToImmutable());
            if (manifest is not null && !own.HasErrors)
            {
                manifests.Add(manifest);
            }
        }

        return new(manifests.ToImmutable(), diagnostics.ToImmutable());
    }
}

/// <summary>What a manifest file gave.</summary>
/// <param name="Manifests">The manifests without errors.</param>
/// <param name="Diagnostics">Every problem found.</param>
public sealed record ManifestFile(ImmutableArray<Manifest> Manifests, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether a manifest of the file was refused.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error);
}
