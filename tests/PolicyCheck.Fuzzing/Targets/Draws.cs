namespace PolicyCheck.Fuzzing.Targets;

/// <summary>Draws from bytes, one for each number, so that a changed byte changes one choice; all are zero after the last.</summary>
internal sealed class Draws(byte[] bytes)
{
    private int _at;

    /// <summary>A number below another.</summary>
    public uint Below(uint count) => _at < bytes.Length ? (uint)(bytes[_at++] * (ulong)count / 256) : 0;
}
