using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.Manifests;

namespace PolicyCheck.Reports.Html;

/// <summary>Leads from what a finding turned on to the lines of the manifest that say so.</summary>
internal static class LineLinks
{
    public static string IdOf(string manifest, int line) => $"{manifest}-line-{line}";

    /// <summary>The lines on which a fact stands.</summary>
    public static Markup Of(UseGroup group, Finding finding, StatedFact fact)
    {
        var lines = group.LinesOf(finding, fact).ToList();
        return $"{(lines.Count == 1 ? "line" : "lines")} {Prose.Row(lines.Select(line => (Markup)$"<a href=\"#{IdOf(group.Manifest, line)}\">{line}</a>"))}";
    }

    /// <summary>The lines of all facts that a finding turned on, or nothing where there are none.</summary>
    public static Markup OfAll(UseGroup group, Finding finding)
    {
        var lines = finding.Facts.SelectMany(fact => group.LinesOf(finding, fact)).Distinct().Order().ToList();
        return lines.Count == 0 ? Markup.None
            : $" Reads {(lines.Count == 1 ? "line" : "lines")} {Prose.Row(lines.Select(line => (Markup)$"<a href=\"#{IdOf(group.Manifest, line)}\">{line}</a>"))}.";
    }

    /// <summary>Each fact with its value, how well it is known, and where it stands.</summary>
    public static Markup Facts(UseGroup group, Finding finding) =>
        $"<ul class=\"facts\">{finding.Facts.Select(fact => (Markup)$"<li>{FindingText.Fact(fact)} <span class=\"aside\">({FindingText.Basis(fact)}, {Of(group, finding, fact)})</span></li>")}</ul>";
}
