namespace PolicyCheck.Cli.Commands;

/// <summary>Ends what takes too long, whatever it waits for: a file that never ends, a rule, or somebody to take the report.</summary>
internal static class Deadline
{
    /// <summary>What to tell where nothing stands yet of what was asked for.</summary>
    public const string Ask = ": raise `--timeout`, or ask for less at a time";

    /// <summary>Does something, until it is done or the time is up.</summary>
    /// <param name="known">How long it may take, or null where that isn't known yet.</param>
    /// <param name="work">What is done; once it knows it says how long it may take, or null where that doesn't matter, and what to tell if it takes longer.</param>
    /// <exception cref="CommandException">The time was up. What was being done goes on until the program ends.</exception>
    public static ExitCode Keep(TimeSpan? known, Func<Action<TimeSpan?, string>, ExitCode> work)
    {
        var said = new TaskCompletionSource<(TimeSpan? Timeout, string Unfinished)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Task.Run(() => work((timeout, unfinished) => said.TrySetResult((timeout, unfinished))));
        if (known is null)
        {
            Task.WaitAny(running, said.Task);
        }

        return (known ?? (said.Task.IsCompleted ? said.Task.Result.Timeout : null)) is { } timeout && Task.WaitAny([running], timeout) < 0
            ? throw new CommandException(ExitCode.InternalError, $"gave up after {timeout.TotalSeconds:0} seconds{(said.Task.IsCompleted ? said.Task.Result.Unfinished : Ask)}")
            : running.GetAwaiter().GetResult();
    }
}
