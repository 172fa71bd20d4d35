namespace PolicyCheck.Timelines;

/// <summary>Why something changes from one day to the next.</summary>
public enum CauseKind
{
    /// <summary>A text comes into force.</summary>
    TextBegins,

    /// <summary>A text lapses.</summary>
    TextEnds,

    /// <summary>A text is amended: a rule of it begins.</summary>
    RuleBegins,

    /// <summary>A text is amended: a rule of it ends.</summary>
    RuleEnds,

    /// <summary>An exception, or a permission that overrides the rule, begins.</summary>
    ExceptionBegins,

    /// <summary>An exception, or a permission that overrides the rule, ends.</summary>
    ExceptionEnds,

    /// <summary>It becomes unsettled whether a text binds.</summary>
    Unsettled,

    /// <summary>It is no longer unsettled whether a text binds.</summary>
    Settled,

    /// <summary>A parameter has another value.</summary>
    Parameter,

    /// <summary>A place joins a group of places, or leaves it.</summary>
    Membership,

    /// <summary>Another text begins to set this one aside, or ends to.</summary>
    SetAside,

    /// <summary>A waiver begins.</summary>
    WaiverBegins,

    /// <summary>A waiver ended the day before.</summary>
    WaiverEnds,

    /// <summary>A day that the manifest states lies further back than a rule allows.</summary>
    Stale,

    /// <summary>A day that the manifest states is reached.</summary>
    Reached,

    /// <summary>With the days that pass, what a day that isn't stated could still be is another.</summary>
    Calendar,

    /// <summary>The deployment begins.</summary>
    DeploymentBegins,

    /// <summary>The deployment ended the day before.</summary>
    DeploymentEnds,
}
