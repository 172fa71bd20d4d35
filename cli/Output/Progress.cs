namespace PolicyCheck.Cli.Output;

/// <summary>Says on standard error how far a run has come, once it takes longer than some seconds.</summary>
/// <param name="total">How many there are.</param>
/// <param name="what">What they are, in the plural.</param>
/// <param name="surroundings">What the program takes from outside.</param>
internal sealed class Progress(int total, string what, Surroundings surroundings)
{
    private readonly long _start = surroundings.Time.GetTimestamp();
    private TimeSpan _next = TimeSpan.FromSeconds(5);
    private int _done;

    /// <summary>Counts one more.</summary>
    public void Advance()
    {
        _done++;
        if (_done < total && surroundings.Time.GetElapsedTime(_start) >= _next)
        {
            _next += TimeSpan.FromSeconds(1);
            surroundings.Error.WriteLine($"{_done} of {total} {what}");
        }
    }
}
