namespace PolicyCheck.Cures;

/// <summary>What a change takes, the easiest first.</summary>
public enum ChangeKind
{
    /// <summary>Something to set, build or do differently.</summary>
    Setting,

    /// <summary>A paper, a test, a training, a registration or an approval to get.</summary>
    Document,

    /// <summary>A use to give up.</summary>
    DroppedUse,
}
