using System.Collections.Immutable;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Cli.Input;

namespace PolicyCheck.Cli.Fleets;

/// <summary>The documents of a fleet, or of a part of it, in the order in which they are reported.</summary>
internal sealed class FleetInput
{
    // What a file counts beside lines: about what is written about a deployment.
    private const long BytesOfFile = 1024;

    private readonly Surroundings _surroundings;
    private readonly int _longest;
    private readonly ImmutableArray<Part> _parts;
    private readonly long _from;
    private readonly long _until;

    /// <summary>Finds the inputs; those are read later.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="readsLines">Whether standard input holds a manifest a line.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">One of them doesn't exist, or can't be taken apart.</exception>
    public FleetInput(CheckRequest request, bool readsLines, Surroundings surroundings)
    {
        (_surroundings, _longest) = (surroundings, request.Limits.MaxBytes);
        var parts = ImmutableArray.CreateBuilder<Part>();
        var total = 0L;
        var shard = request.Fleet.Shard;
        foreach (var file in ManifestFiles.Find(request.Manifests, surroundings))
        {
            var isLines = file.IsStandardInput ? readsLines : IsLines(file.Shown);
            var size = isLines ? SizeOf(file, shard != Shard.Whole) : BytesOfFile;
            if (shard != Shard.Whole && (size is null || file.IsStandardInput))
            {
                throw new CommandException(ExitCode.Usage, $"{(file.IsStandardInput ? "standard input" : $"`{file.Shown}`")} can't be taken apart, since its size isn't known: write it to a file and name that, or leave out `--shard`");
            }

            parts.Add(new(file, isLines, total, size ?? 0));
            total += size ?? 0;
            IsMeasured &= size is not null && !file.IsStandardInput;
        }

        _parts = parts.ToImmutable();
        (_from, _until) = shard == Shard.Whole ? (0, long.MaxValue) : shard.Of(total);
        Total = Math.Min(total, _until) - _from;
    }

    /// <summary>How much there is to read, in the units of <see cref="FleetItem.Position"/>.</summary>
    public long Total { get; }

    /// <summary>Whether it is known how much there is to read.</summary>
    public bool IsMeasured { get; } = true;

    /// <summary>The inputs by name, for what is said about them all.</summary>
    public string Names => _parts is [var only] ? $"`{only.File.Shown}`" : $"these {_parts.Length} files";

    /// <summary>Whether a file holds a manifest a line.</summary>
    /// <param name="path">Its path.</param>
    public static bool IsLines(string path) => path.EndsWith(".ndjson", StringComparison.Ordinal) || path.EndsWith(".jsonl", StringComparison.Ordinal);

    /// <summary>The documents; null where the next one may take long to come.</summary>
    /// <exception cref="CommandException">An input can't be read.</exception>
    public IEnumerable<FleetItem?> Items() => _parts.SelectMany(part => part.IsLines ? Lines(part) : IsOurs(part) ? [new FleetItem(part.File, null, default, part.Offset + part.Size - _from)] : []);

    private bool IsOurs(Part part) => part.Offset >= _from && part.Offset < _until;

    private IEnumerable<FleetItem?> Lines(Part part)
    {
        var (from, until) = (Math.Max(0, _from - part.Offset), _until == long.MaxValue ? long.MaxValue : _until - part.Offset);
        if (from > 0 && from >= part.Size || until <= 0)
        {
            yield break;
        }

        // Standard input isn't ours to close.
        var stream = Open(part.File);
        using var own = part.File.IsStandardInput ? null : stream;
        var number = from == 0 ? 1 : LineStart.Find(stream, ref from);
        foreach (var line in new LineReader(stream, _longest) { Number = number, Offset = from }.Lines())
        {
            if (line is null)
            {
                yield return null;
            }
            else if (line.Start >= until)
            {
                yield break;
            }
            else if (line.IsTooLong || line.Content.Span.ContainsAnyExcept(" \t\r"u8))
            {
                yield return new FleetItem(part.File, line.Number, line.Content, part.Offset + line.End - _from) { IsTooLong = line.IsTooLong };
            }
        }
    }

    private Stream Open(FilePath file)
    {
        try
        {
            return file.IsStandardInput ? _surroundings.Input : new FileStream(file.Full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"`{file.Shown}` can't be read: {problem.Message}");
        }
    }

    // Only where its size matters is a file opened for it: a pipe that was opened and closed again has lost its writer.
    private long? SizeOf(FilePath file, bool matters)
    {
        if (file.IsStandardInput)
        {
            return null;
        }

        try
        {
            var size = new FileInfo(file.Full).Length;
            if (size > 0 || !matters)
            {
                return size > 0 ? size : null;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"`{file.Shown}` can't be read: {problem.Message}");
        }

        using var stream = Open(file);
        return stream.CanSeek ? stream.Length : null;
    }

    private readonly record struct Part(FilePath File, bool IsLines, long Offset, long Size);
}
