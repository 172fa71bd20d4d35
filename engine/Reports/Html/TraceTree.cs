using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes how a rule was decided: its conditions as trees, each part with its truth.</summary>
/// <param name="asOf">The day whose parameter values are shown.</param>
internal sealed class TraceTree(DateOnly asOf)
{
    private readonly ConditionText _conditions = new(asOf);

    public Markup Write(Finding finding) =>
        $"<details class=\"trace\"><summary>How it was decided</summary>\n<ul>\n{Root("Speaks if", finding.Trigger)}{Root("Requires", finding.Requirement)}{finding.Exceptions.Select(relief => Root("Except if", relief.Trace))}</ul>\n</details>\n";

    private Markup Root(string label, Trace? trace) => trace is null ? Markup.None : $"<li><strong>{label}</strong> {Part(trace)}</li>\n";

    private Markup Part(Trace trace) => $"{Shown(Sign.Of(trace.Truth))} {trace.Condition switch
    {
        AllOf => "all of:",
        AnyOf => "any of:",
        Negation => "not:",
        Defined defined => $"{defined.Name}, which means:",
        var leaf => _conditions.Phrase(leaf),
    }}{(trace.Parts.IsEmpty ? Markup.None : (Markup)$"<ul>{trace.Parts.Select(part => (Markup)$"<li>{Part(part)}</li>")}</ul>")}";

    private static Markup Shown(Sign sign) => $"<span class=\"{sign.Tone}\" aria-hidden=\"true\">{sign.Mark}</span><span class=\"unseen\">{sign.Word}:</span>";
}
