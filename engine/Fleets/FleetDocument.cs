using PolicyCheck.Text;

namespace PolicyCheck.Fleets;

/// <summary>One document of a fleet: a line of a file, or a file that may hold several manifests.</summary>
/// <param name="Source">The path of its file as the user named it; <c>-</c> for standard input.</param>
/// <param name="Line">The one-based line of the source that it is; null where it is the whole of its source.</param>
/// <param name="Content">The bytes; of a line without its end.</param>
public readonly record struct FleetDocument(string Source, long? Line, ReadOnlyMemory<byte> Content)
{
    /// <summary>Why the content isn't there, or null.</summary>
    public Diagnostic? Unread { get; init; }

    /// <summary>A line that is longer than is read.</summary>
    /// <param name="source">The path of its file.</param>
    /// <param name="line">Its one-based number.</param>
    /// <param name="maxBytes">How long a line may be.</param>
    public static FleetDocument TooLong(string source, long line, int maxBytes) => new(source, line, default)
    {
        Unread = Problem(source, FleetCodes.TooLong, $"the line is longer than the limit of {maxBytes} bytes", "look whether a line break is missing, or raise `--max-bytes` if its origin is trusted"),
    };

    /// <summary>A file that can't be read, such as one that went away after its folder was listed.</summary>
    /// <param name="source">The path of the file.</param>
    /// <param name="why">Why, in a sentence without a final period.</param>
    public static FleetDocument Unreadable(string source, string why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return new(source, null, default) { Unread = Problem(source, FleetCodes.Unreadable, $"the file can't be read: {why.TrimEnd('.')}", "allow it to be read, or leave it out, and check it again") };
    }

    /// <summary>The same document where judging it came upon a defect of the program.</summary>
    /// <param name="defect">The defect, in a sentence without a final period.</param>
    public FleetDocument Failed(string defect) => this with
    {
        Unread = Problem(Source, FleetCodes.Defect, $"a defect of the program kept it from being judged: {defect}", "please report it with the document"),
    };

    private static Diagnostic Problem(string source, string code, string message, string cure) => Diagnostic.Error(code, new(new(source, ""), default), message, cure);
}
