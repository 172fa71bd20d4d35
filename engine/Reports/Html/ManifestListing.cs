using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.Manifests;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes the manifest's own lines, and at each the rules that turned on it.</summary>
internal static class ManifestListing
{
    // Rules beyond these that don't fail are folded away.
    private const int MostUnfolded = 3;

    public static Markup Write(Manifest manifest, string id, ImmutableArray<UseGroup> groups)
    {
        var readers = groups.SelectMany(group => group.Findings.Where(IsShown).SelectMany(finding => finding.Facts.SelectMany(fact => group.LinesOf(finding, fact)).Distinct().Select(line => (line, Reader: new Reader(group, finding)))))
            .OrderByDescending(read => read.Reader.Weight)
            .ToLookup(read => read.line, read => read.Reader);
        var (first, last) = ManifestLines.Of(manifest);
        return $"""
            <div class="manifest">
            <h3>The manifest, line by line</h3>
            <p class="name">{manifest.Path}</p>
            <ol class="lines" translate="no">
            {Enumerable.Range(first, last - first + 1).Select(line => Line(manifest, id, line, [.. readers[line]], groups.Length > 1))}</ol>
            </div>

            """;
    }

    private static bool IsShown(Finding finding) => finding.Outcome != RuleOutcome.NotApplicable && !UseGroup.HangsOnPlace(finding);

    private static Markup Line(Manifest manifest, string id, int number, ImmutableArray<Reader> readers, bool namesUses)
    {
        var anchor = LineLinks.IdOf(id, number);
        Markup tone = readers.IsEmpty ? Markup.None : $" class=\"read {Sign.Of(readers[0].Finding.Outcome).Tone}\"";
        return $"<li id=\"{anchor}\"{tone}><a class=\"no\" href=\"#{anchor}\" aria-label=\"Line {number}\">{number}</a><code>{manifest.Location.Source.LineAt(number)}</code>{Readers(readers, namesUses)}</li>\n";
    }

    private static Markup Readers(ImmutableArray<Reader> readers, bool namesUses)
    {
        var first = Math.Max(readers.Count(reader => reader.Finding.Outcome > RuleOutcome.Indeterminate), readers.Length <= MostUnfolded ? readers.Length : 0);
        Markup more = readers.Length == first ? Markup.None
            : $"<details><summary>{(first == 0 ? "" : "and ")}{Amount.Of(readers.Length - first, first == 0 ? "rule" : "more rule")}</summary>{Links(readers[first..], namesUses)}</details>";
        return readers.IsEmpty ? Markup.None : $"<div class=\"readers\">{(first == 0 ? Markup.None : Links(readers[..first], namesUses))}{more}</div>";
    }

    private static Markup Links(IEnumerable<Reader> readers, bool namesUses) =>
        $"<ul>{readers.Select(reader => (Markup)$"<li><a href=\"#{reader.Group.IdOf(reader.Finding)}\">{reader.Shown}{(namesUses ? $", {FindingText.Listed([.. reader.Group.Uses.Select(use => use.Use.Id)])}" : "")}</a></li>")}</ul>";

    private sealed record Reader(UseGroup Group, Finding Finding)
    {
        // What binds comes before what advises.
        public int Weight => ((int)Finding.Outcome * 2) + (Finding.IsAdvisory ? 0 : 1);

        public Markup Shown => $"<span aria-hidden=\"true\">{Sign.Of(Finding.Outcome).Mark}</span> {Finding.Rule.Id} {Sign.Of(Finding.Outcome).Word}{(Finding.IsAdvisory ? " (advisory)" : "")}";
    }
}
