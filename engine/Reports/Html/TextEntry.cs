using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes one text: what it is, since when it is in force, and where it was read.</summary>
/// <param name="report">The report.</param>
internal sealed class TextEntry(Report report)
{
    public static string IdOf(RuleSet set) => $"text-{set.Id}";

    /// <summary>How a source was read, as the beginning of a row of remarks.</summary>
    public static string Read(Source? source) => source is null ? ""
        : $"read: {Words.Of(source.Read)}; {(source.Checked is { } day ? $"checked on {IsoDate.Format(day)}; " : "")}";

    public Markup Write(RuleSet set) => $"""
        <article class="text" id="{IdOf(set)}" aria-labelledby="{IdOf(set)}-title">
        <h4 id="{IdOf(set)}-title">{set.Title}</h4>
        <p>{set.Summary}</p>
        <dl>
        <dt>What it is</dt><dd>{Words.Of(set.Standing).Replace('-', ' ')} of {set.Authority}</dd>
        <dt>Where</dt><dd>{FindingText.Listed([.. set.Jurisdictions.Select(report.Vocabulary.NameOf)])}</dd>
        <dt>In force</dt><dd>{Prose.Row(set.InForce.Select(period => (Markup)$"{FindingText.Period(period.Period)}{(period.Note is { } note ? (Markup)$" <span class=\"aside\">({note.TrimEnd('.')})</span>" : Markup.None)}"))}</dd>
        <dt>Sources</dt><dd><ul>{set.Sources.Select(Source)}</ul></dd>
        <dt>Rule set</dt><dd><code>{set.Id}</code> <span class="digest">{set.Digest}</span></dd>
        </dl>
        </article>

        """;

    private static Markup Source(Source source) =>
        $"<li>{SourceLink.To(source)} <span class=\"aside\">({(source.Date is { } day ? $"of {IsoDate.Format(day)}; " : "")}{Read(source)}confidence: {Words.Of(source.Confidence)}){(source.Note is { } note ? $" {note}" : "")}</span></li>";
}
