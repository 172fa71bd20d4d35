using PolicyCheck.Cli.Input;

namespace PolicyCheck.Cli.Fleets;

/// <summary>A document of a fleet that is still to be judged.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">The one-based line of it; null where it is the whole file.</param>
/// <param name="Content">The bytes of the line, which are there until the next document is taken; none where it is a whole file, which is read when it is judged.</param>
/// <param name="Position">How much of the fleet is behind it, in units of its input.</param>
internal readonly record struct FleetItem(FilePath File, long? Line, ReadOnlyMemory<byte> Content, long Position)
{
    /// <summary>Whether it is a line that is longer than is read.</summary>
    public bool IsTooLong { get; init; }
}
