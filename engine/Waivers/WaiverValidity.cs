using PolicyCheck.Binding;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Waivers;

/// <summary>What makes a waiver void, as far as neither the day nor the manifest matters.</summary>
internal sealed class WaiverValidity(IReadOnlyList<Waiver> waivers)
{
    private readonly RenewalChains _chains = new(waivers);
    private readonly ILookup<string, Waiver> _byId = waivers.ToLookup(waiver => waiver.Id, StringComparer.Ordinal);
    private readonly ILookup<(string Rule, string Deployment), Waiver> _same = waivers.ToLookup(waiver => (waiver.Rule, waiver.Deployment));

    /// <summary>Examines one waiver.</summary>
    public WaiverEntry Examine(Waiver waiver, RuleSet set, Rule rule)
    {
        var same = _same[(waiver.Rule, waiver.Deployment)].ToList();
        return new(
            waiver,
            set,
            rule,
            _chains.Count(waiver),
            same.Exists(other => _chains.Before(other).Contains(waiver)),
            rule.Waivable is { } waivable
                ? [.. Authority(waiver, rule, waivable), .. Breadth(waiver, rule, waivable), .. Renewal(waiver, rule, waivable), .. Self(waiver)]
                : [Void(waiver, "rule", WaiverCodes.NotWaivable, $"nobody may waive `{rule.QualifiedId}`: {set.Title} doesn't allow it", "remove the waiver and cure the failure; only the text of the rule can say who may waive it")],
            [.. same.Where(other => IsStackedOn(waiver, other)).Select(other => Overlap(waiver, other))]);
    }

    private static IEnumerable<Diagnostic> Authority(Waiver waiver, Rule rule, Waivability waivable)
    {
        if (!waivable.Allows(waiver.Authority))
        {
            yield return Void(
                waiver,
                "authority",
                WaiverCodes.WrongAuthority,
                $"`{waiver.Authority}` may not waive `{rule.QualifiedId}`: {waivable.Citation} gives that to {string.Join(", ", waivable.By.Select(office => $"`{office}`"))}",
                Spelling.DidYouMean(waiver.Authority, waivable.By, "have it granted by an office that may"));
        }
    }

    private static IEnumerable<Diagnostic> Breadth(Waiver waiver, Rule rule, Waivability waivable)
    {
        if (waivable.LastDay(waiver.From) is { } last && waiver.To > last)
        {
            yield return Void(
                waiver,
                "to",
                WaiverCodes.TooLong,
                $"this waiver lasts {waiver.To.DayNumber - waiver.From.DayNumber + 1} days, and `{rule.QualifiedId}` may be waived for {waivable.For} at most",
                $"end it on {IsoDate.Format(last)} or before, and renew it where that is allowed");
        }

        if (waiver.Digest is null)
        {
            yield return Void(
                waiver,
                "id",
                WaiverCodes.Unbound,
                $"`{waiver.Id}` is bound to no version of `{waiver.Deployment}`, so that it would excuse whatever the manifest comes to say",
                "add `digest:` with `sha256:` and what `sha256sum` prints for the manifest's file");
        }
    }

    private IEnumerable<Diagnostic> Renewal(Waiver waiver, Rule rule, Waivability waivable)
    {
        if (waiver.Renews is { } renews && _byId[renews].FirstOrDefault() is { } renewed)
        {
            if (renewed.Rule != waiver.Rule || renewed.Deployment != waiver.Deployment || !waiver.Uses.ToHashSet(StringComparer.Ordinal).SetEquals(renewed.Uses))
            {
                yield return Void(waiver, "renews", WaiverCodes.BrokenRenewal, $"`{renews}` excuses something else, so `{waiver.Id}` doesn't renew it", "name the waiver of the same rule, deployment and uses, or remove `renews`");
            }
            else if (!RenewalChains.Follows(waiver, renewed))
            {
                yield return Void(
                    waiver,
                    "from",
                    WaiverCodes.BrokenRenewal,
                    $"`{renews}` ends on {IsoDate.Format(renewed.To)} and `{waiver.Id}` begins on {IsoDate.Format(waiver.From)}, so one doesn't follow on the other",
                    renewed.To == DateOnly.MaxValue ? "end the earlier waiver sooner" : $"begin it on {IsoDate.Format(renewed.To.AddDays(1))}, or remove `renews` where it is a waiver of its own");
            }
        }

        var count = _chains.Count(waiver);
        if (count > waivable.Renewals)
        {
            var before = _chains.Before(waiver).First();
            yield return Void(
                waiver,
                waiver.Renews is null ? "from" : "renews",
                WaiverCodes.RenewedTooOften,
                $"`{waiver.Id}` goes on where `{before.Id}` ends on {IsoDate.Format(before.To)}, which makes renewal {count}, and a waiver of `{rule.QualifiedId}` may {Times(waivable.Renewals)}",
                "cure the failure, or have what is granted anew begin after a day on which the rule was kept");
        }
    }

    private static IEnumerable<Diagnostic> Self(Waiver waiver)
    {
        if (OfficeName.IsSame(waiver.Grantor, waiver.RequestedBy))
        {
            yield return Void(waiver, "grantor", WaiverCodes.SelfGranted, $"`{waiver.Grantor}` asked for `{waiver.Id}` and granted it", "have somebody else grant it who may");
        }
    }

    // What another version of the manifest is excused from is told by its digest, not here.
    private static bool IsStackedOn(Waiver waiver, Waiver other) =>
        !ReferenceEquals(waiver, other)
        && (other.From < waiver.From || (other.From == waiver.From && string.CompareOrdinal(other.Id, waiver.Id) < 0))
        && waiver.From <= other.To
        && (waiver.Digest is null || other.Digest is null || waiver.Digest == other.Digest)
        && waiver.IsAboutSame(other);

    private static WaiverOverlap Overlap(Waiver waiver, Waiver other)
    {
        var last = waiver.To < other.To ? waiver.To : other.To;
        return new(waiver.From, last, Diagnostic.Warning(
            WaiverCodes.Stacked,
            waiver.Location,
            $"`{waiver.Id}` and `{other.Id}` both excuse `{waiver.Deployment}` from `{waiver.Rule}` from {IsoDate.Format(waiver.From)} to {IsoDate.Format(last)}",
            $"keep one of them; `{other.Id}` counts meanwhile"));
    }

    private static Diagnostic Void(Waiver waiver, string key, string code, string message, string cure) =>
        Diagnostic.Warning(code, waiver.At(key), $"{message}; the waiver is void", cure);

    private static string Times(int renewals) => renewals switch
    {
        0 => "not be renewed",
        1 => "be renewed once at most",
        _ => $"be renewed {renewals} times at most",
    };
}
