using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Explanation;

/// <summary>Says findings in words that a city clerk follows.</summary>
/// <param name="vocabulary">The vocabulary, which names places.</param>
/// <param name="asOf">The day asked about.</param>
public sealed class FindingText(Vocabulary vocabulary, DateOnly asOf)
{
    private const string Inescapable = "as long as who, where and what for stay, no change keeps both";

    private readonly ConditionText _conditions = new(asOf);

    /// <summary>The day asked about.</summary>
    public DateOnly AsOf => asOf;

    /// <summary>One sentence that says what was found and why.</summary>
    /// <param name="finding">The finding.</param>
    public string Message(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Outcome switch
        {
            RuleOutcome.NotApplicable => NotApplicable(finding),
            RuleOutcome.Pass => Pass(finding),
            RuleOutcome.Fail => $"{(finding.Rule.Kind == RuleKind.Prohibition ? "prohibited" : "required and not so")}: {finding.Rule.Title} ({Why(finding)})",
            RuleOutcome.Indeterminate => $"can't be said: it {DependsOn(finding)}",
            RuleOutcome.Waived => Waived(finding),
            _ => $"the rule could not be evaluated: {finding.Defect}",
        };
    }

    /// <summary>By whom a broken rule was waived, until when and why, as a phrase that follows "waived".</summary>
    /// <param name="waiver">The waiver that covers it.</param>
    public string Waiver(Waiver waiver)
    {
        ArgumentNullException.ThrowIfNull(waiver);
        var days = waiver.To.DayNumber - asOf.DayNumber;
        var left = days switch { < 0 => "", 0 => " (the last day)", 1 => " (1 day left)", _ => $" ({days} days left)" };
        return $"until {IsoDate.Format(waiver.To)}{left} by {waiver.Grantor}, {waiver.Authority}: {waiver.Reason}";
    }

    /// <summary>What an open rule depends on, as a phrase.</summary>
    /// <param name="finding">A finding whose outcome is indeterminate.</param>
    public string DependsOn(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var parameters = finding.MissingParameters.Select(name => $"the parameter {name}, which has no value on {IsoDate.Format(asOf)}");
        return $"depends {(finding.MissingIsExact ? "" : "at most ")}on {Listed([.. finding.Missing.Select(fact => $"{fact.Path}{BasisText.Asked(finding, fact)}"), .. parameters])}";
    }

    /// <summary>Why a rule is broken, as a phrase.</summary>
    /// <param name="finding">A finding whose outcome is a failure.</param>
    public string Why(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.AllCompletionsAgree ? "whatever the missing facts are"
            : Because(finding.Requirement ?? finding.Trigger ?? throw new ArgumentException("a failure was evaluated", nameof(finding)), trace => $"{Reason(trace)}{Stale(trace, finding)}");
    }

    /// <summary>How another rule pulls the other way than a broken one, as a sentence.</summary>
    /// <param name="clash">The other rule.</param>
    public static string Clash(Clash clash)
    {
        ArgumentNullException.ThrowIfNull(clash);
        var (rule, canBothBeKept) = clash;
        return rule.Kind switch
        {
            RuleKind.Permission => $"{rule.QualifiedId} permits this, and neither overrides the other",
            RuleKind.Requirement when canBothBeKept => $"{rule.QualifiedId} is kept by what this prohibits: {rule.Title}; find another way to keep it",
            RuleKind.Requirement => $"{rule.QualifiedId} requires what this prohibits: {rule.Title}; {Inescapable}",
            _ => $"{rule.QualifiedId} prohibits what this requires: {rule.Title}; {Inescapable}",
        };
    }

    /// <summary>Where the rule's text says so: the source's title and the place in it.</summary>
    /// <param name="set">The rule set.</param>
    /// <param name="citation">The citation.</param>
    public static string Citation(RuleSet set, Citation citation)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(citation);
        var title = set.FindSource(citation.SourceId)?.Title ?? citation.SourceId;
        return citation.Locator.Length == 0 ? title : $"{title}, {citation.Locator}";
    }

    /// <summary>A stated fact with its value.</summary>
    /// <param name="fact">The fact.</param>
    public static string Fact(StatedFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return $"{fact.Fact.Path} is {ValueText.Write(fact.Value, fact.Fact)}";
    }

    /// <summary>How well a stated fact is known, with its source and day where they are given.</summary>
    /// <param name="fact">The fact.</param>
    public static string Basis(StatedFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.ImpliedBy is { } stated)
        {
            return $"follows from {stated.Fact.Path}, {Basis(stated)}";
        }

        var day = fact.On is { } on ? $" of {IsoDate.Format(on)}" : "";
        return fact.Source is { } source ? $"{Words.Of(fact.Basis)} in {source}{day}" : $"{Words.Of(fact.Basis)}{(day.Length > 0 ? $" on {day[4..]}" : "")}";
    }

    /// <summary>Why an exception or a permission applies, doesn't, or may.</summary>
    /// <param name="relief">The exception or permission.</param>
    public string Exception(ReliefTrace relief)
    {
        ArgumentNullException.ThrowIfNull(relief);
        return !relief.IsInForce ? $"not in force on {IsoDate.Format(asOf)}"
            : relief.Truth switch
            {
                Truth.True => $"applies: {Because(relief.Trace)}",
                Truth.False => $"doesn't apply: {Because(relief.Trace)}",
                _ => $"may apply: {Because(relief.Trace)}",
            };
    }

    /// <summary>What makes a condition true, false or unknown, as a phrase.</summary>
    /// <param name="trace">The condition.</param>
    public string Because(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Because(trace, Reason);
    }

    /// <summary>Why a rule set isn't in force on the day.</summary>
    /// <param name="periods">Its periods.</param>
    public string NotInForce(ImmutableArray<InForcePeriod> periods) =>
        $"not in force on {IsoDate.Format(asOf)}: it applies {Listed([.. periods.Select(period => Period(period.Period))])}";

    /// <summary>A period in words.</summary>
    /// <param name="period">The period.</param>
    public static string Period(Period period) => (period.From, period.Until) switch
    {
        ({ } from, { } until) => $"from {IsoDate.Format(from)} until {IsoDate.Format(until)}",
        ({ } from, null) => $"from {IsoDate.Format(from)}",
        (null, { } until) => $"until {IsoDate.Format(until)}",
        _ => "always",
    };

    /// <summary>Findings counted by outcome, the gravest first; <c>nothing</c> where there are none.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="unread">How many more rules don't apply that have no finding, since their texts weren't read.</param>
    public static string Counts(IEnumerable<Finding> findings, int unread = 0)
    {
        var counts = findings.Select(finding => finding.Outcome).Concat(Enumerable.Repeat(RuleOutcome.NotApplicable, unread))
            .GroupBy(outcome => outcome).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {Words.Of(group.Key)}").ToList();
        return counts.Count == 0 ? "nothing" : string.Join(", ", counts);
    }

    /// <summary>Several things in a row, with <c>and</c> before the last.</summary>
    /// <param name="items">The things.</param>
    public static string Listed(IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";
    }

    /// <summary>A leaf with its truth: what holds, what doesn't, or what isn't known.</summary>
    /// <param name="trace">The leaf.</param>
    public string Reason(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var leaf = (Leaf)trace.Condition;
        return trace.Truth == Truth.Unknown
            ? $"it isn't known whether {_conditions.Leaf(leaf, negated: false)}"
            : _conditions.Leaf(leaf, negated: trace.Truth == Truth.False);
    }

    private static string Because(Trace trace, Func<Trace, string> reason)
    {
        var reasons = trace.Decisive().Select(reason).Distinct(StringComparer.Ordinal).ToList();
        return reasons.Count == 0 ? "nothing is asked" : Listed(reasons);
    }

    // Of what was found out too long ago, when that was and what to do.
    private string Stale(Trace trace, Finding finding) =>
        trace is { Condition: AgeTest age, Truth: Truth.False } && finding.Facts.FirstOrDefault(fact => fact.Fact.Path == age.Fact.Path)?.On is { } on
            ? BasisText.Age(on, asOf) is { } old ? $" (it is of {IsoDate.Format(on)}, {old} old: have it done again)" : $" (it is of {IsoDate.Format(on)}, which is yet to come)"
            : "";

    private string Waived(Finding finding) =>
        $"would fail ({Why(finding)}), and is waived {Waiver(finding.Waiver ?? throw new ArgumentException("what is waived has a waiver", nameof(finding)))}";

    private string NotApplicable(Finding finding) => finding.Reason switch
    {
        FindingReason.NotInForce => NotInForce(finding.RuleSet.IsInForce(asOf) ? finding.Rule.InForce : finding.RuleSet.InForce),
        FindingReason.Elsewhere => $"binds in {Listed([.. finding.RuleSet.Jurisdictions.Select(vocabulary.NameOf)])}, where this deployment isn't",
        FindingReason.SetAside when finding.SetAside is { } aside => $"set aside by {aside.By.Title} ({Citation(aside.By, aside.Preemption.Citation)}): {aside.Preemption.Title}",
        _ when finding.AllCompletionsAgree => "doesn't apply, whatever the missing facts are",
        _ => $"doesn't apply: {(finding.Trigger is { } trigger ? Because(trigger) : "")}",
    };

    private string Pass(Finding finding)
    {
        var reliefs = finding.Exceptions.Where(relief => relief.Truth == Truth.True).ToList();
        return finding.AllCompletionsAgree ? "holds, whatever the missing facts are"
            : finding.Rule.Kind == RuleKind.Permission ? $"permitted: {finding.Rule.Title}"
            : finding.Requirement is { Truth: Truth.True } kept ? $"holds: {Because(kept)}"
            : $"{(reliefs.Count == 1 ? "an exception applies" : "exceptions apply")}: {Listed([.. reliefs.Select(relief => $"{relief.Relief.Name} ({relief.Relief.Title})")])}";
    }
}
