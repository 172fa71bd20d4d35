using System.Collections.Concurrent;
using PolicyCheck.Fleets;

namespace PolicyCheck.Cli.Fleets;

/// <summary>Judges documents by several threads and hands over the results in the order of the documents, with a bounded number of them on the way.</summary>
/// <param name="judge">Judges a document.</param>
/// <param name="jobs">How many threads judge.</param>
internal sealed class FleetLoop(DocumentJudge judge, int jobs)
{
    private const int BatchesPerJob = 4;

    private readonly ConcurrentBag<FleetBatch> _free = [];

    /// <summary>Judges all of them.</summary>
    /// <param name="items">The documents; null where the next one may take long to come, so that those before it are judged at once.</param>
    /// <param name="write">Takes the results of some documents, in order; by the calling thread.</param>
    /// <returns>What came of them.</returns>
    public FleetTally Run(IEnumerable<FleetItem?> items, Action<FleetBatch> write)
    {
        using var stopping = new CancellationTokenSource();
        using var work = new BlockingCollection<FleetBatch>(jobs * BatchesPerJob);
        using var ordered = new BlockingCollection<FleetBatch>(jobs * BatchesPerJob);
        var stop = stopping.Token;
        var tallies = Enumerable.Range(0, jobs).Select(_ => new FleetTally()).ToList();
        var reading = Start(() => Read(items, work, ordered, stop));
        var judging = tallies.ConvertAll(tally => Start(() => Judge(work, tally, stop)));
        try
        {
            Write(ordered, judging, write, stop);
            reading.GetAwaiter().GetResult();
            Task.WaitAll([.. judging], stop);
        }
        catch (Exception problem)
        {
            // A reader that waits for its stream is left waiting: the program ends, or the test that made the stream does.
            stopping.Cancel();
            work.CompleteAdding();
            if (problem is OperationCanceledException && Fault(reading, judging) is { } cause)
            {
                throw cause;
            }

            throw;
        }

        var sum = new FleetTally();
        tallies.ForEach(sum.Add);
        return sum;
    }

    private static Task Start(Action action) => Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Exception? Fault(Task reading, List<Task> judging) =>
        judging.Prepend(reading).Select(task => task.Exception?.InnerException).FirstOrDefault(fault => fault is not null and not OperationCanceledException);

    private void Read(IEnumerable<FleetItem?> items, BlockingCollection<FleetBatch> work, BlockingCollection<FleetBatch> ordered, CancellationToken stop)
    {
        var batch = Take();
        try
        {
            foreach (var item in items)
            {
                if (item is { } given)
                {
                    batch.Add(given);
                }

                if (batch.IsFull || (item is null && batch.Count > 0))
                {
                    Submit(batch);
                    batch = Take();
                }

                stop.ThrowIfCancellationRequested();
            }

            if (batch.Count > 0)
            {
                Submit(batch);
            }
        }
        catch (IOException problem)
        {
            throw new CommandException(ExitCode.Usage, $"an input can't be read any further: {problem.Message}");
        }
        finally
        {
            // What was read before a defect of the input is judged and written all the same.
            work.CompleteAdding();
            ordered.CompleteAdding();
        }

        void Submit(FleetBatch full)
        {
            ordered.Add(full, stop);
            work.Add(full, stop);
        }
    }

    private void Judge(BlockingCollection<FleetBatch> work, FleetTally tally, CancellationToken stop)
    {
        foreach (var batch in work.GetConsumingEnumerable(stop))
        {
            batch.Judge(judge, tally);
            batch.Judged.Release();
        }
    }

    private void Write(BlockingCollection<FleetBatch> ordered, List<Task> judging, Action<FleetBatch> write, CancellationToken stop)
    {
        foreach (var batch in ordered.GetConsumingEnumerable(stop))
        {
            while (!batch.Judged.Wait(TimeSpan.FromSeconds(1), stop))
            {
                if (judging.Exists(task => task.IsFaulted))
                {
                    throw new OperationCanceledException();
                }
            }

            write(batch);
            if (!batch.IsOversized)
            {
                batch.Clear();
                _free.Add(batch);
            }
        }
    }

    private FleetBatch Take() => _free.TryTake(out var batch) ? batch : new();
}
