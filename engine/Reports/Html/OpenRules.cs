using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes what is open: the questions that would settle it, by whom to ask, and the rules that wait for the answers.</summary>
/// <param name="report">The report.</param>
internal sealed class OpenRules(Report report)
{
    // More than these are folded away: the questions above say what they wait for.
    private const int MostUnfolded = 6;

    private readonly RuleList _list = new(report);

    public Markup Write(UseGroup group, IReadOnlyList<Finding> open) => open.Count == 0 ? Markup.None
        : $"<h4>What is open</h4>\n<p>{Amount.Of(open.Count, "rule")} can’t be decided by what the manifest states.</p>\n{Questions(open)}{Waiting(group, [.. open.Where(finding => !UseGroup.HangsOnPlace(finding))])}{Somewhere([.. open.Where(UseGroup.HangsOnPlace)])}";

    /// <summary>Rules that hang on where the system is used, as one list of their texts.</summary>
    public Markup Somewhere(IReadOnlyList<Finding> open) => open.Count == 0 ? Markup.None
        : $"<details class=\"printed\"><summary>{Amount.Of(open.Count, "rule")} of texts that bind in some places only: say more exactly where the system is used</summary>\n<ul class=\"tight\">\n{open.GroupBy(finding => finding.RuleSet).OrderBy(set => set.Key.Id, StringComparer.Ordinal).Select(set => (Markup)$"<li>{set.Key.Title} <span class=\"aside\">({FindingText.Listed([.. set.Key.Jurisdictions.Select(report.Vocabulary.NameOf)])}; {Amount.Of(set.Count(), "rule")}) <code>{set.Key.Id}</code></span></li>\n")}</ul>\n</details>\n";

    private Markup Questions(IReadOnlyList<Finding> open)
    {
        var asked = open.Where(finding => !UseGroup.HangsOnPlace(finding)).SelectMany(finding => finding.Missing).ToList();
        var count = asked.CountBy(fact => fact.Path).ToDictionary(StringComparer.Ordinal);
        var hanging = open.Count(UseGroup.HangsOnPlace);
        if (hanging > 0 && report.Vocabulary.Find("places") is { } places)
        {
            count[places.Path] = hanging;
            asked.Add(places);
        }

        var people = asked.DistinctBy(fact => fact.Path).GroupBy(fact => fact.AskWho).OrderByDescending(person => person.Max(fact => count[fact.Path])).ThenBy(person => person.Key, StringComparer.Ordinal);
        return $"{people.Select(person => (Markup)$"<h5>{Person(person.Key)}</h5>\n<ul class=\"questions\">\n{person.OrderByDescending(fact => count[fact.Path]).ThenBy(fact => fact.Path, StringComparer.Ordinal).Select(fact => Question(fact, BasisText.Weak(open, fact), count[fact.Path]))}</ul>\n")}";
    }

    private static Markup Question(FactDeclaration fact, string weak, int rules) =>
        $"<li>{fact.Question} <span class=\"aside\"><code>{fact.Path}</code>, for {Amount.Of(rules, "rule")}{weak}</span></li>\n";

    private static string Person(string who) => who == "legal" ? "Ask a lawyer" : $"Ask the {who}";

    private Markup Waiting(UseGroup group, IReadOnlyList<Finding> open) => open.Count == 0 ? Markup.None
        : $"<details{(open.Count <= MostUnfolded ? (Markup)$" open=\"open\"" : Markup.None)} class=\"printed\"><summary>{Amount.Of(open.Count, "open rule")} of {Amount.Of(open.DistinctBy(finding => finding.RuleSet.Id).Count(), "text")}</summary>\n{_list.Write(group, open)}</details>\n";
}
