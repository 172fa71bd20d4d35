namespace PolicyCheck.Waivers;

/// <summary>The codes of diagnostics about waivers: those from PC920 make a file invalid, those from PC930 a waiver void, those from PC940 tell why one doesn't cover.</summary>
public static class WaiverCodes
{
    /// <summary>A waiver of a rule that doesn't exist.</summary>
    public const string UnknownRule = "PC920";

    /// <summary>A waiver that ends before it begins.</summary>
    public const string BadPeriod = "PC921";

    /// <summary>Two waivers of one name.</summary>
    public const string DuplicateId = "PC922";

    /// <summary>A waiver that renews one that doesn't exist.</summary>
    public const string UnknownRenewed = "PC923";

    /// <summary>A digest that isn't one.</summary>
    public const string BadDigest = "PC924";

    /// <summary>A waiver of more than one rule or deployment, by a wildcard.</summary>
    public const string Wildcard = "PC925";

    /// <summary>A table of waivers with a column that means nothing, or that stands twice.</summary>
    public const string BadColumn = "PC926";

    /// <summary>A waiver of a rule that nobody may waive.</summary>
    public const string NotWaivable = "PC930";

    /// <summary>A waiver by an office that may not grant it.</summary>
    public const string WrongAuthority = "PC931";

    /// <summary>A waiver that lasts longer than the rule allows.</summary>
    public const string TooLong = "PC932";

    /// <summary>A waiver that isn't bound to one version of the manifest.</summary>
    public const string Unbound = "PC933";

    /// <summary>A waiver that prolongs others more often than the rule allows.</summary>
    public const string RenewedTooOften = "PC934";

    /// <summary>A renewal that doesn't follow on what it renews.</summary>
    public const string BrokenRenewal = "PC935";

    /// <summary>A waiver that somebody granted to themselves.</summary>
    public const string SelfGranted = "PC936";

    /// <summary>A waiver whose last day is past.</summary>
    public const string Expired = "PC940";

    /// <summary>A waiver whose first day is yet to come.</summary>
    public const string NotYet = "PC941";

    /// <summary>A waiver for another version of the manifest.</summary>
    public const string OtherDigest = "PC942";

    /// <summary>A waiver whose conditions don't hold, or aren't known to.</summary>
    public const string ConditionsUnmet = "PC943";

    /// <summary>Two waivers for the same rule, deployment, use and day.</summary>
    public const string Stacked = "PC944";

    /// <summary>A waiver of what doesn't fail.</summary>
    public const string Unused = "PC945";

    /// <summary>A waiver for a use that its deployment doesn't have.</summary>
    public const string UnknownUse = "PC946";

    /// <summary>A waiver for a deployment that isn't among those checked, and is named almost like one that is.</summary>
    public const string UnknownDeployment = "PC947";
}
