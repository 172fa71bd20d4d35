namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Looks closer at files once nobody has typed for a moment, away from the messages; only the last look counts.</summary>
/// <param name="study">Looks.</param>
/// <param name="take">Takes what was found, on a thread of its own.</param>
internal sealed class Background(Func<Analysis, CancellationToken, Study?> study, Action<Analysis, Study> take) : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private CancellationTokenSource _latest = new();

    /// <summary>Begins to look, and leaves off what it was looking at.</summary>
    /// <param name="analysis">What is known of the files.</param>
    public void Look(Analysis analysis)
    {
        _latest.Cancel();
        _latest.Dispose();
        _latest = new();
        var cancellation = _latest.Token;
        _ = Task.Run(() => Study(analysis, cancellation), cancellation);
    }

    public void Dispose()
    {
        _latest.Cancel();
        _latest.Dispose();
    }

    private async Task Study(Analysis analysis, CancellationToken cancellation)
    {
        await Task.Delay(Quiet, cancellation);
        if (study(analysis, cancellation) is { } found && !cancellation.IsCancellationRequested)
        {
            take(analysis, found);
        }
    }
}
