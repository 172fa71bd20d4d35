using System.Buffers;
using System.Collections.Immutable;
using PolicyCheck.Fleets;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Fleets;

/// <summary>Reads a document where it isn't read yet, and judges it; whatever is wrong with one stops none of the others.</summary>
/// <param name="judge">What judges.</param>
/// <param name="maxBytes">How much of a document is read.</param>
/// <param name="surroundings">What the program takes from outside.</param>
internal sealed class DocumentJudge(FleetJudge judge, int maxBytes, Surroundings surroundings)
{
    /// <summary>Judges a document.</summary>
    /// <param name="item">The document.</param>
    /// <param name="lines">Where the lines of its results are written.</param>
    /// <param name="tally">Where it is counted.</param>
    /// <returns>Why it, or a part of it, was refused; empty where it wasn't.</returns>
    public ImmutableArray<Diagnostic> Judge(FleetItem item, IBufferWriter<byte> lines, FleetTally tally)
    {
        var document = Read(item);
        try
        {
            return judge.Judge(document, lines, tally);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // A defect of ours in one document of a million must not lose the others: it is told in its place, and by the exit code.
            return judge.Judge(document.Failed($"{defect.GetType().Name}: {defect.Message}"), lines, tally);
        }
    }

    private FleetDocument Read(FleetItem item)
    {
        if (item.IsTooLong)
        {
            return FleetDocument.TooLong(item.File.Shown, item.Line ?? 0, maxBytes);
        }

        if (item.Line is not null)
        {
            return new(item.File.Shown, item.Line, item.Content);
        }

        try
        {
            using var file = item.File.IsStandardInput ? null : new FileStream(item.File.Full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            return new(item.File.Shown, null, ReadAtMost(file ?? surroundings.Input, maxBytes + 1L));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return FleetDocument.Unreadable(item.File.Shown, Why(problem));
        }
    }

    // One byte more than is read tells the reader of documents that there is too much.
    private static byte[] ReadAtMost(Stream stream, long most)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while (content.Length < most && (read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, most - content.Length))) > 0)
        {
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    // The system's own sentences name paths of the machine, and results are the same on all.
    private static string Why(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it isn't there any more",
        UnauthorizedAccessException => "reading it isn't allowed",
        _ => "reading it failed",
    };
}
