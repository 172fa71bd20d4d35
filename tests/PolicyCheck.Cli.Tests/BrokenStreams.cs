namespace PolicyCheck.Cli.Tests;

/// <summary>A stream that never gives anything, such as a terminal at which nobody types.</summary>
internal sealed class SilentStream : MemoryStream
{
    public ManualResetEventSlim Released { get; } = new();

    public override int Read(Span<byte> buffer)
    {
        Released.Wait();
        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void CopyTo(Stream destination, int bufferSize) => Released.Wait();
}

/// <summary>A stream that takes nothing, such as a pipe whose reader went away.</summary>
internal sealed class ClosedStream : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("Broken pipe");

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("Broken pipe");
}
