using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;

namespace PolicyCheck.Reports.Html;

/// <summary>Says how a run compares with its baseline.</summary>
internal static class BaselineSentence
{
    /// <summary>How one finding compares.</summary>
    public static string Of(BaselineState state) => state switch
    {
        BaselineState.New => "new since the baseline",
        BaselineState.Updated => "in the baseline, updated",
        _ => "in the baseline",
    };

    /// <summary>How the whole run compares, with what is gone; nothing where there is no baseline.</summary>
    public static Markup Write(Report report)
    {
        if (report.Baseline is not { } baseline)
        {
            return Markup.None;
        }

        var states = BaselineText.States(report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings));
        var oldest = baseline.Known.IsEmpty ? "" : $" The oldest is in it since {BaselineText.Since(baseline.Known.Min(entry => entry.Since), report.AsOf)}.";
        var unseen = baseline.NotChecked == 0 ? "" : $", {baseline.NotChecked} of manifests that weren’t judged";
        return $"<p>Compared with the baseline {baseline.Path} of {IsoDate.Format(baseline.AsOf)}: {states}, {baseline.Gone.Length} gone{unseen}.{oldest}</p>\n";
    }
}
