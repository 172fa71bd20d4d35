using System.Globalization;

namespace PolicyCheck.Cli.Fleets;

/// <summary>Says on standard error how far a fleet has come: on a terminal on one line that is written over, elsewhere now and then where it was asked for.</summary>
/// <param name="names">What is read.</param>
/// <param name="total">How much there is to read; null where it isn't known.</param>
/// <param name="isVerbose">Whether it is told where standard error is no terminal.</param>
/// <param name="surroundings">What the program takes from outside.</param>
internal sealed class FleetProgress(string names, long? total, bool isVerbose, Surroundings surroundings)
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);

    private readonly long _start = surroundings.Time.GetTimestamp();
    private readonly TimeSpan _interval = surroundings.ErrorIsTerminal ? OnTerminal : Elsewhere;
    private TimeSpan _next = surroundings.ErrorIsTerminal ? OnTerminal : Elsewhere;
    private long _documents;
    private long? _begin;
    private int _shown;

    /// <summary>Counts documents.</summary>
    /// <param name="documents">How many more are done.</param>
    /// <param name="position">How much of the fleet is behind the last of them.</param>
    public void Advance(int documents, long position)
    {
        _begin ??= position;
        _documents += documents;
        var elapsed = surroundings.Time.GetElapsedTime(_start);
        if (elapsed < _next || !(surroundings.ErrorIsTerminal || isVerbose))
        {
            return;
        }

        _next = elapsed + _interval;
        Show(Line(_documents, position - _begin.Value, position, elapsed));
    }

    /// <summary>Takes the line away.</summary>
    public void End()
    {
        if (_shown > 0)
        {
            surroundings.Error.Write($"\r{new string(' ', _shown)}\r");
            _shown = 0;
        }
    }

    private string Line(long documents, long done, long position, TimeSpan elapsed)
    {
        var rate = documents / Math.Max(elapsed.TotalSeconds, 0.001);
        var text = string.Create(CultureInfo.InvariantCulture, $"{documents:N0} documents, {rate:N0} a second");
        if (total is not > 0 || done <= 0)
        {
            return text;
        }

        var left = TimeSpan.FromSeconds(elapsed.TotalSeconds / done * Math.Max(0, total.Value - position));
        return string.Create(CultureInfo.InvariantCulture, $"{text}, {100 * Int128.Clamp(position, 0, total.Value) / total.Value} % of {names}, {Length(left)} left");
    }

    private static string Length(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(time.TotalHours >= 1 ? $"{(long)time.TotalHours} h {time.Minutes} min" : time.TotalMinutes >= 1 ? $"{time.Minutes} min {time.Seconds} s" : $"{Math.Ceiling(time.TotalSeconds):0} s")}");

    private void Show(string line)
    {
        if (!surroundings.ErrorIsTerminal)
        {
            surroundings.Error.WriteLine($"policycheck: {line}");
            return;
        }

        surroundings.Error.Write($"\r{line}{new string(' ', Math.Max(0, _shown - line.Length))}");
        _shown = line.Length;
    }
}
