namespace PolicyCheck.Facts;

/// <summary>By what a deployment's fact can be changed, where it can; the easiest first after those that can't.</summary>
public enum ChangeBy
{
    /// <summary>Nothing: who, where, what for, whose faces and what has happened are given; the default.</summary>
    Nothing,

    /// <summary>Something that the operator or the vendor can set, build or do differently.</summary>
    Setting,

    /// <summary>A paper, a test, a training, a registration or an approval that somebody must get first.</summary>
    Document,
}
