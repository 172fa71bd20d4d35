using PolicyCheck.Assessments;
using PolicyCheck.Manifests;
using PolicyCheck.Reports;
using PolicyCheck.Text;
using PolicyCheck.Timelines;

namespace PolicyCheck.Cli.Commands;

/// <summary>Judges each deployment on its day: the one asked about, or over its own period the first of its worst verdict; and keeps what is told of other days.</summary>
/// <param name="assessor">What assesses.</param>
/// <param name="chronicler">What follows deployments through time.</param>
/// <param name="request">What was asked for.</param>
internal sealed class CheckedDays(Assessor assessor, Chronicler chronicler, CheckRequest request)
{
    private readonly List<Timeline> _coming = [];
    private readonly List<Timeline> _periods = [];

    /// <summary>Judges a deployment, before waivers.</summary>
    /// <param name="manifest">The deployment.</param>
    /// <param name="tellsComing">Whether it is told what changes within a year.</param>
    /// <exception cref="CommandException">It has to be judged over its period and has none.</exception>
    public Assessment Assess(Manifest manifest, bool tellsComing)
    {
        if (request.OverPeriod)
        {
            var period = Period(manifest);
            _periods.Add(period);
            var worst = period.Running.Max(stretch => stretch.Verdict);
            return assessor.Assess(manifest, period.Running.First(stretch => stretch.Verdict == worst).From, request.Options);
        }

        var assessment = assessor.Assess(manifest, request.AsOf, request.Options);
        if (tellsComing && chronicler.Coming(manifest, request.AsOf, assessment) is { } coming)
        {
            _coming.Add(coming);
        }

        return assessment;
    }

    /// <summary>What is told of other days.</summary>
    public Outlook Outlook() => new(_coming, _periods);

    // Where an end is open, the days end when nothing changes any more.
    private Timeline Period(Manifest manifest)
    {
        if (manifest.Period is not { } period)
        {
            throw new CommandException(ExitCode.Usage, $"`--over period` judges deployments over their own periods, and `{VisibleText.Of(manifest.Id)}` has none: add `period: {{from: 2026-01-01}}` to its manifest, or check one day with `--as-of`");
        }

        var horizon = chronicler.Horizon(manifest);
        var from = period.From ?? Earlier(horizon?.From ?? request.AsOf, period.Until?.AddDays(-1));
        var until = period.Until ?? (horizon?.Until > from ? horizon.Value.Until : from.AddDays(1));
        return chronicler.Over(manifest, from, until);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly? other) => other < one ? other.Value : one;
}
