using System.Text;

namespace PolicyCheck.Cli.Tests.Authoring;

/// <summary>The program watching a folder in this process, until it is interrupted.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _interrupt = new();
    private readonly Told _error = new();
    private readonly MemoryStream _output = new();
    private readonly Task<ExitCode> _run;

    public Watched(string folder, params string[] args)
        : this("test", folder, args)
    {
    }

    public Watched(string verb, string folder, string[] args) => _run = Task.Run(() => Application.RunAsync(
        [verb, "--watch", .. args],
        new(Stream.Null, _output, _error, TimeProvider.System, folder, Colours: false, Surroundings.PlainWidth),
        _interrupt.Token));

    /// <summary>Waits until so many runs are over, and gives what was told of them on standard error.</summary>
    public async Task<string> Runs(int number)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (_error.Runs < number)
        {
            Assert.False(_run.IsCompleted, $"it ended:\n{_error}");
            Assert.False(patience.IsCancellationRequested, $"{_error.Runs} of {number} runs:\n{_error}");
            await Task.Delay(5, CancellationToken.None);
        }

        return _error.ToString();
    }

    /// <summary>Waits for a run that tells something.</summary>
    public async Task Tells(string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!_error.ToString().Contains(what, StringComparison.Ordinal))
        {
            Assert.False(_run.IsCompleted || patience.IsCancellationRequested, $"`{what}` isn't told:\n{_error}");
            await Task.Delay(5, CancellationToken.None);
        }
    }

    /// <summary>How many runs are over.</summary>
    public int Count => _error.Runs;

    /// <summary>Interrupts it, and gives the exit code and all that was written to standard output.</summary>
    public async Task<(ExitCode Code, string Output)> End()
    {
        await _interrupt.CancelAsync();
        return (await _run.WaitAsync(Patience, CancellationToken.None), Encoding.UTF8.GetString(_output.ToArray()));
    }

    public async ValueTask DisposeAsync()
    {
        await _interrupt.CancelAsync();
        await _run.WaitAsync(Patience, CancellationToken.None);
        _interrupt.Dispose();
        _output.Dispose();
        await _error.DisposeAsync();
    }

    private sealed class Told : StringWriter
    {
        private readonly Lock _one = new();
        private int _runs;

        public int Runs => Volatile.Read(ref _runs);

        public override void WriteLine(string? value)
        {
            lock (_one)
            {
                base.Write(value + "\n");
                _runs += value?.Contains("waiting for changes", StringComparison.Ordinal) == true ? 1 : 0;
            }
        }

        public override Task WriteLineAsync(string? value)
        {
            WriteLine(value);
            return Task.CompletedTask;
        }

        public override string ToString()
        {
            lock (_one)
            {
                return base.ToString();
            }
        }
    }
}
