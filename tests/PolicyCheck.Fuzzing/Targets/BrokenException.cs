namespace PolicyCheck.Fuzzing.Targets;

/// <summary>What must hold doesn't.</summary>
internal sealed class BrokenException(string message) : Exception(message)
{
    /// <summary>Throws unless something holds.</summary>
    public static void Unless(bool holds, string message)
    {
        if (!holds)
        {
            throw new BrokenException(message);
        }
    }
}
