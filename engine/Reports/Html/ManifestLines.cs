using PolicyCheck.Manifests;

namespace PolicyCheck.Reports.Html;

/// <summary>Finds the lines of a manifest in a file that may hold several.</summary>
internal static class ManifestLines
{
    /// <summary>The first and the last line, one-based and inclusive, of the document that a manifest is.</summary>
    public static (int First, int Last) Of(Manifest manifest)
    {
        var source = manifest.Location.Source;
        var (first, last) = (manifest.Location.Start.Line, manifest.Location.Start.Line);
        var end = source.PositionOf(source.Content.TrimEnd().Length).Line;
        while (first > 1 && !Parts(source.LineAt(first - 1)))
        {
            first--;
        }

        while (last < end && !Parts(source.LineAt(last + 1)))
        {
            last++;
        }

        return (first, last);
    }

    // No line inside a document begins like that, not even in a block of text.
    private static bool Parts(ReadOnlySpan<char> line) => line.StartsWith("---") && line[3..].TrimStart() is [] or ['#', ..];
}
