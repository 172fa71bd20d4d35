using System.Collections.Immutable;
using System.Globalization;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Fleets;

/// <summary>A document that was refused.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Line">The line of it; null where it is the whole file.</param>
/// <param name="Why">Why.</param>
internal sealed record RefusedDocument(string Path, long? Line, ImmutableArray<Diagnostic> Why);

/// <summary>Tells on standard error why documents were refused: of the first ones, since a fleet may have thousands.</summary>
/// <param name="surroundings">What the program takes from outside.</param>
internal sealed class RefusedDocuments(Surroundings surroundings)
{
    /// <summary>About how many documents a person is told.</summary>
    public const int Most = 20;

    private int _told;

    /// <summary>Tells of some documents.</summary>
    /// <param name="documents">The documents, in order.</param>
    public void Tell(IEnumerable<RefusedDocument> documents)
    {
        foreach (var document in documents)
        {
            if (_told > Most)
            {
                return;
            }

            if (_told++ == Most)
            {
                surroundings.Error.WriteLine("policycheck: more documents are refused; the results of `-o ndjson=FILE` tell of each");
                return;
            }

            foreach (var diagnostic in document.Why)
            {
                surroundings.Error.WriteLine(document.Line is { } line ? OnLine(document.Path, line, diagnostic) : DiagnosticText.Render(diagnostic));
            }
        }
    }

    // The text of a line may be as long as a file, so its beginning isn't shown.
    private static string OnLine(string path, long line, Diagnostic diagnostic) => CommandText.Defused(string.Create(
        CultureInfo.InvariantCulture,
        $"{VisibleText.Of(path)}:{line}:{diagnostic.Location.Start.Column}: {(diagnostic.Level == DiagnosticLevel.Error ? "error" : "warning")} {diagnostic.Code}: {VisibleText.Of(diagnostic.Message)}\n  cure: {VisibleText.Of(diagnostic.Cure)}"));
}
