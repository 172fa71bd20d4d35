namespace PolicyCheck.Cli.Commands;

/// <summary>Ends what takes too long, whatever it waits for: a file that never ends, a rule, or somebody to take the report.</summary>
internal static class Deadline
{
    /// <summary>Does something, until it is done or the time is up.</summary>
    /// <param name="known">How long it may take, or null where that isn't known yet.</param>
    /// <param name="work">What is done; it says how long it may take, or null where that doesn't matter, once it knows.</param>
    /// <exception cref="CommandException">The time was up. What was being done goes on until the program ends.</exception>
    public static ExitCode Keep(TimeSpan? known, Func<Action<TimeSpan?>, ExitCode> work)
    {
        var said = new TaskCompletionSource<TimeSpan?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Task.Run(() => work(timeout => said.TrySetResult(timeout)));
        if (known is null)
        {
            Task.WaitAny(running, said.Task);
        }

        return (known ?? (said.Task.IsCompleted ? said.Task.Result : null)) is { } timeout && Task.WaitAny([running], timeout) < 0
            ? throw new CommandException(ExitCode.InternalError, $"gave up after {timeout.TotalSeconds:0} seconds: raise `--timeout`, or ask for less at a time")
            : running.GetAwaiter().GetResult();
    }
}
