using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Timelines;

/// <summary>Finds out why a finding is other on a day than on the day before.</summary>
/// <param name="vocabulary">The vocabulary, which names places.</param>
/// <param name="preempting">What can set a rule set aside.</param>
/// <param name="programs">The program of a rule.</param>
/// <param name="waivers">The waivers that hold.</param>
internal sealed class CauseFinder(Vocabulary vocabulary, Func<RuleSet, IEnumerable<RuleSet>> preempting, Func<Rule, RuleProgram> programs, ImmutableArray<WaiverEntry> waivers)
{
    private readonly DatedCauses _dated = new(vocabulary);

    /// <summary>The reasons, the gravest first; where a text or a rule itself begins or ends, nothing else of it is one.</summary>
    /// <param name="before">The finding on the day before.</param>
    /// <param name="after">The finding on the day.</param>
    /// <param name="use">The use's name.</param>
    /// <param name="facts">What is known of the use.</param>
    /// <param name="day">The day.</param>
    public ImmutableArray<Cause> Of(Finding before, Finding after, string use, UseFacts facts, DateOnly day)
    {
        var causes = OfText(after.RuleSet, after.Rule, day) is { } text ? [text] : OfRule(after.RuleSet, after.Rule, facts, day).ToList();
        var entries = waivers.Where(entry => entry.Waiver.Rule == after.Rule.QualifiedId && entry.Waiver.IsForUse(use)).ToList();
        causes.AddRange(entries.Where(entry => after.Waiver?.Id == entry.Waiver.Id && entry.Waiver.From == day).Select(entry => Waiver(entry, CauseKind.WaiverBegins, "from", "begins")));
        causes.AddRange(entries.Where(entry => before.Waiver?.Id == entry.Waiver.Id && entry.Waiver.To < day).Select(entry => Waiver(entry, CauseKind.WaiverEnds, "to", $"ended on {IsoDate.Format(entry.Waiver.To)}")));
        causes.AddRange(entries.Where(entry => entry.Waiver.Conditions is not null && entry.Waiver.IsRunning(day)).SelectMany(entry => _dated.Of([entry.Waiver.Conditions!], facts, entry.RuleSet, entry.Waiver.Id, day)));
        if (causes.Count == 0)
        {
            causes.AddRange(DatedCauses.Calendar(programs(after.Rule).Conditions, facts, after.RuleSet));
        }

        return [.. causes.DistinctBy(cause => (cause.Kind, cause.Sentence))];
    }

    private static Cause? OfText(RuleSet set, Rule rule, DateOnly day)
    {
        var eve = day.AddDays(-1);
        return (set.IsInForce(eve), set.IsInForce(day)) switch
        {
            (false, true) => About(CauseKind.TextBegins, $"{set.Title} comes into force", NoteOf(set.InForce, day)),
            (true, false) => About(CauseKind.TextEnds, $"{set.Title} lapses", NoteOf(set.InForce, day)),
            _ => (rule.IsInForce(eve), rule.IsInForce(day)) switch
            {
                (false, true) => About(CauseKind.RuleBegins, $"{set.Title} is amended: “{rule.Title}” applies from now on", NoteOf(rule.InForce, day)),
                (true, false) => About(CauseKind.RuleEnds, $"{set.Title} is amended: “{rule.Title}” no longer applies", NoteOf(rule.InForce, day)),
                _ => null,
            },
        };

        Cause About(CauseKind kind, string sentence, string? note) => new(kind, sentence) { RuleSet = set, Citation = rule.Citation, Note = note };
    }

    private IEnumerable<Cause> OfRule(RuleSet set, Rule rule, UseFacts facts, DateOnly day)
    {
        var eve = day.AddDays(-1);
        var program = programs(rule);
        foreach (var relief in program.Reliefs)
        {
            var what = relief.IsPermission ? "permission" : "exception";
            if (relief.IsInForce(day) != relief.IsInForce(eve))
            {
                var begins = relief.IsInForce(day);
                yield return new(begins ? CauseKind.ExceptionBegins : CauseKind.ExceptionEnds, $"the {what} “{relief.Title}” {(begins ? "begins" : "ends")}")
                {
                    RuleSet = set,
                    Citation = relief.Citation,
                    Note = relief.InForce.Select(periods => NoteOf(periods, day)).FirstOrDefault(note => note is not null),
                };
            }

            if (Standing(relief.Unresolved, $"the {what} “{relief.Title}”", set, relief.Citation, day) is { } relieved)
            {
                yield return relieved;
            }
        }

        if (Standing(set.Unresolved.Concat(rule.Unresolved), set.Title, set, rule.Citation, day) is { } unsettled)
        {
            yield return unsettled;
        }

        foreach (var by in preempting(set))
        {
            if (by.IsInForce(day) != by.IsInForce(eve))
            {
                yield return new(CauseKind.SetAside, by.IsInForce(day) ? $"{by.Title} comes into force and sets {set.Title} aside" : $"{by.Title} lapses and no longer sets {set.Title} aside") { RuleSet = by, Note = NoteOf(by.InForce, day) };
            }
            else if (by.IsInForce(day) && Standing(by.Unresolved, $"that {by.Title} sets {set.Title} aside", by, null, day) is { } doubtful)
            {
                yield return doubtful;
            }
        }

        foreach (var cause in _dated.Of(program.Conditions, facts, set, null, day))
        {
            yield return cause;
        }
    }

    private static Cause? Standing(IEnumerable<UnresolvedPeriod> periods, string what, RuleSet set, Citation? citation, DateOnly day)
    {
        var all = periods.ToList();
        var (before, now) = (all.Find(period => period.Period.Contains(day.AddDays(-1))), all.Find(period => period.Period.Contains(day)));
        return before?.Reason == now?.Reason ? null
            : now is null ? new(CauseKind.Settled, $"{what}: no longer unsettled") { RuleSet = set, Citation = citation }
            : new(CauseKind.Unsettled, $"{what}: unsettled from now on") { RuleSet = set, Citation = citation, Note = now.Reason };
    }

    private static Cause Waiver(WaiverEntry entry, CauseKind kind, string key, string what) =>
        new(kind, $"the waiver {entry.Waiver.Id} {what}") { RuleSet = entry.RuleSet, Note = $"by {entry.Waiver.Grantor}, {entry.Waiver.Authority}: {entry.Waiver.Reason}", Location = entry.Waiver.At(key) };

    private static string? NoteOf(IEnumerable<InForcePeriod> periods, DateOnly day) =>
        periods.FirstOrDefault(period => period.Period.From == day || period.Period.Until == day)?.Note;
}
