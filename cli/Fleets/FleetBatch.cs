using System.Buffers;
using PolicyCheck.Cli.Input;
using PolicyCheck.Fleets;

namespace PolicyCheck.Cli.Fleets;

/// <summary>Some documents that are judged one after the other, and the lines that come of them; used again and again, so that memory stays flat.</summary>
internal sealed class FleetBatch : IDisposable
{
    private const int MostDocuments = 64;
    private const int MostBytes = 256 * 1024;
    private const int MostKept = 4 * 1024 * 1024;

    private readonly List<Entry> _entries = new(MostDocuments);
    private readonly ArrayBufferWriter<byte> _content = new(MostBytes);

    /// <summary>The lines of results.</summary>
    public ArrayBufferWriter<byte> Lines { get; } = new(MostBytes);

    /// <summary>Released when all of it is judged.</summary>
    public SemaphoreSlim Judged { get; } = new(0);

    /// <summary>How many documents it has.</summary>
    public int Count => _entries.Count;

    /// <summary>How much of the fleet is behind its last document.</summary>
    public long Position { get; private set; }

    /// <summary>Whether no more should be added.</summary>
    public bool IsFull => _entries.Count >= MostDocuments || _content.WrittenCount >= MostBytes;

    /// <summary>Whether it grew so large that it had better be thrown away.</summary>
    public bool IsOversized => _content.Capacity + Lines.Capacity > MostKept;

    /// <summary>Adds a document; the bytes of a line are copied.</summary>
    /// <param name="item">The document.</param>
    public void Add(FleetItem item)
    {
        _entries.Add(new(item.File, item.Line, _content.WrittenCount, item.Content.Length, item.IsTooLong));
        _content.Write(item.Content.Span);
        Position = item.Position;
    }

    /// <summary>The documents that were refused, in order; no more of them than a person is told about.</summary>
    public List<RefusedDocument> Refused { get; } = [];

    /// <summary>Judges all of it.</summary>
    /// <param name="judge">What judges one document.</param>
    /// <param name="tally">Where it is counted.</param>
    public void Judge(DocumentJudge judge, FleetTally tally)
    {
        foreach (var entry in _entries)
        {
            var why = judge.Judge(new(entry.File, entry.Line, _content.WrittenMemory.Slice(entry.Offset, entry.Length), Position) { IsTooLong = entry.IsTooLong }, Lines, tally);
            if (!why.IsEmpty && Refused.Count <= RefusedDocuments.Most)
            {
                Refused.Add(new(entry.File.Shown, entry.Line, why));
            }
        }
    }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        _entries.Clear();
        _content.ResetWrittenCount();
        Lines.ResetWrittenCount();
        Refused.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => Judged.Dispose();

    private readonly record struct Entry(FilePath File, long? Line, int Offset, int Length, bool IsTooLong);
}
