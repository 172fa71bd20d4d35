using System.Collections.Concurrent;
using System.Text;

namespace PolicyCheck.Cli.Tests.Fleets;

/// <summary>A pipe within the process: what one thread writes another reads, and waits for.</summary>
internal sealed class Conversation : MemoryStream
{
    private readonly BlockingCollection<byte[]> _written = [];
    private ReadOnlyMemory<byte> _rest;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _written.Add(buffer.ToArray());

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_rest.IsEmpty && _written.TryTake(out var next, TimeSpan.FromMinutes(2)))
        {
            _rest = next;
        }

        var count = Math.Min(_rest.Length, buffer.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public string ReadLine()
    {
        var line = new StringBuilder();
        Span<byte> one = stackalloc byte[1];
        while (Read(one) == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        return line.ToString();
    }

    public override void Close() => _written.CompleteAdding();
}

/// <summary>A stream that does something the moment it is read.</summary>
internal sealed class Trigger(byte[] bytes, Action pull) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        pull();
        return base.Read(buffer, offset, count);
    }
}
