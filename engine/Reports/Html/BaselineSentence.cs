using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Html;

/// <summary>Says how a run compares with its baseline, and how old that has become.</summary>
internal static class BaselineSentence
{
    /// <summary>How one finding compares.</summary>
    public static string Of(BaselineState state) => state switch
    {
        BaselineState.New => "new since the baseline",
        BaselineState.Updated => "in the baseline, updated",
        _ => "in the baseline",
    };

    /// <summary>A day with how many days ago it is.</summary>
    public static string Since(DateOnly since, DateOnly asOf) => asOf <= since ? IsoDate.Format(since)
        : $"{IsoDate.Format(since)} ({Prose.Counted(asOf.DayNumber - since.DayNumber, "day")})";

    /// <summary>How the whole run compares, with what is gone; nothing where there is no baseline.</summary>
    public static Markup Write(Report report)
    {
        if (report.Baseline is not { } baseline)
        {
            return Markup.None;
        }

        var states = report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings).Select(finding => finding.Baseline).ToList();
        var counts = Enum.GetValues<BaselineState>().Select(state => $"{states.Count(other => other == state)} {Words.Of(state)}");
        var oldest = baseline.Known.IsEmpty ? "" : $" The oldest is in it since {Since(baseline.Known.Min(entry => entry.Since), report.AsOf)}.";
        var unseen = baseline.NotChecked == 0 ? "" : $", {baseline.NotChecked} of manifests that weren’t judged";
        return $"<p>Compared with the baseline {baseline.Path} of {IsoDate.Format(baseline.AsOf)}: {string.Join(", ", counts)}, {baseline.Gone.Length} gone{unseen}.{oldest}</p>\n";
    }
}
