using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Assessments;

/// <summary>What is told of waivers once the day and the manifests are known.</summary>
internal static class WaiverDiagnostics
{
    /// <summary>A deployment that isn't there: where others may be checked in another run, only if it is named almost like one that is.</summary>
    public static IEnumerable<Diagnostic> UnknownDeployment(Waiver waiver, IEnumerable<Assessment> assessments, bool areAll)
    {
        var ids = assessments.Select(assessment => assessment.Manifest.Id).ToList();
        var meant = ids.Find(id => Spelling.IsOneEditApart(waiver.Deployment, id));
        return areAll || meant is not null
            ? [Diagnostic.Warning(
                WaiverCodes.UnknownDeployment,
                waiver.At("deployment"),
                $"there is no deployment `{waiver.Deployment}` among those checked",
                meant is null ? Spelling.DidYouMean(waiver.Deployment, ids, "name it as the manifest does, or remove the waiver where the deployment is gone") : $"did you mean `{meant}`?")]
            : [];
    }

    /// <summary>Uses that no manifest of the deployment has.</summary>
    public static IEnumerable<Diagnostic> UnknownUses(Waiver waiver, IReadOnlyCollection<Assessment> own)
    {
        var known = own.SelectMany(assessment => assessment.Uses).Select(use => use.Use.Id).ToList();
        return waiver.Uses.Except(known, StringComparer.Ordinal).Select(use => Diagnostic.Warning(
            WaiverCodes.UnknownUse,
            waiver.At("uses"),
            $"`{waiver.Deployment}` has no use `{use}`",
            Spelling.DidYouMean(use, known, $"it has {string.Join(", ", known.Select(one => $"`{one}`"))}")));
    }

    /// <summary>A waiver for another version of the manifest.</summary>
    public static Diagnostic OtherDigest(Waiver waiver, IReadOnlyCollection<Assessment> own)
    {
        var found = string.Join(" and ", own.Select(assessment => $"`{assessment.Manifest.Digest}`").Distinct(StringComparer.Ordinal));
        return Diagnostic.Warning(
            WaiverCodes.OtherDigest,
            waiver.At("digest"),
            $"`{waiver.Id}` is for the version `{waiver.Digest}` of `{waiver.Deployment}`, and the manifest checked is {found}",
            "have whoever granted it look at what changed, and grant it for that version");
    }

    /// <summary>A waiver of what isn't broken.</summary>
    public static Diagnostic Unused(WaiverEntry entry, IEnumerable<Assessment> bound)
    {
        var waiver = entry.Waiver;
        var outcomes = bound.SelectMany(assessment => assessment.Uses)
            .Where(use => waiver.IsForUse(use.Use.Id))
            .SelectMany(use => use.Findings)
            .Where(finding => finding.Rule.QualifiedId == waiver.Rule)
            .Select(finding => finding.Outcome)
            .ToList();
        var (why, cure) = outcomes.Contains(RuleOutcome.Indeterminate) ? ("it can't be said whether the rule is broken, and no waiver excuses from finding out", "state the missing facts")
            : outcomes.Contains(RuleOutcome.Pass) ? ("the rule is kept", "remove the waiver")
            : ("the rule doesn't apply", "remove the waiver");
        return Diagnostic.Warning(WaiverCodes.Unused, waiver.Location, $"`{waiver.Id}` covers nothing of `{waiver.Deployment}`: {why} (`{waiver.Rule}`)", cure);
    }

    /// <summary>
    /// A waiver that the deployer granted to itself, unless the rule names it as who may. The deployer's own claim is enough here, whatever
    /// basis is asked for: else a weaker statement could excuse.
    /// </summary>
    public static Diagnostic? SelfGranted(WaiverEntry entry, UseFacts facts, Vocabulary vocabulary)
    {
        var waiver = entry.Waiver;
        if (vocabulary.Find("deployer.name") is not { } fact || facts.Stated[fact.Slot]?.Value is not TextValue { Text: var deployer } || entry.Rule.Waivable?.Allows(deployer) == true)
        {
            return null;
        }

        var (key, name) = OfficeName.IsSame(waiver.Grantor, deployer) ? ("grantor", waiver.Grantor) : ("authority", waiver.Authority);
        return OfficeName.IsSame(name, deployer)
            ? Diagnostic.Warning(WaiverCodes.SelfGranted, waiver.At(key), $"`{name}` is the deployer of `{waiver.Deployment}` and granted `{waiver.Id}` to itself; the waiver is void", "have somebody else grant it who may")
            : null;
    }
}
