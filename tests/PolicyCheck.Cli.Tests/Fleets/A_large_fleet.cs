using System.Text;

namespace PolicyCheck.Cli.Tests.Fleets;

public sealed class A_large_fleet
{
    private const int Count = 100_000;

    [Fact]
    public async Task Memory_stays_flat_however_many_documents_come()
    {
        // Most of them are refused early, so that the time goes into the stream and not into the rules.
        using var shops = new Shops();
        using var input = new Generated(Count, number => number % 20 == 0 ? Shops.Line(number) : $"{{\"manifest\":\"Shop {number}\",\"title\":\"{new string('x', 600)}\"}}");
        using var output = new Counted();
        await using var error = new StringWriter();
        var surroundings = new Surroundings(input, output, error, TimeProvider.System, shops.Path, Colours: false, Surroundings.PlainWidth);
        var code = await Application.RunAsync(Shops.Arguments("-", "-o", "ndjson"), surroundings, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.InvalidInput, code);
        Assert.Equal(Count, output.Lines);
        Assert.True(input.Heaps.Count >= 8, $"the heap was measured {input.Heaps.Count} times");

        // The first measurement has the rules and their programs; what comes later adds nothing but buffers.
        var growth = input.Heaps.Skip(1).Max() - input.Heaps[0];
        Assert.True(growth < 12_000_000, $"the heap grew by {growth} bytes over {Count} documents: {string.Join(", ", input.Heaps)}");
    }

    /// <summary>Lines that are made when they are read; now and then the heap is measured.</summary>
    private sealed class Generated(int count, Func<int, string> line) : MemoryStream
    {
        private int _next;
        private ReadOnlyMemory<byte> _rest;

        public List<long> Heaps { get; } = [];

        public override int Read(byte[] buffer, int offset, int length)
        {
            if (_rest.IsEmpty && _next < count)
            {
                _rest = Encoding.UTF8.GetBytes(line(_next++) + "\n");
                if (_next % 10_000 == 5_000)
                {
                    Heaps.Add(GC.GetTotalMemory(forceFullCollection: true));
                }
            }

            var taken = Math.Min(length, _rest.Length);
            _rest.Span[..taken].CopyTo(buffer.AsSpan(offset));
            _rest = _rest[taken..];
            return taken;
        }
    }

    private sealed class Counted : MemoryStream
    {
        public int Lines { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => Lines += buffer.Count((byte)'\n');
    }
}
