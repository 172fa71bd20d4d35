using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>The stretches into which limits divide numbers, lengths of time and days.</summary>
internal static class AnswerRanges
{
    /// <summary>The limits and what lies before, between and after them, in rising order, each in words and with an example.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="constants">What it is compared with.</param>
    /// <param name="day">The day asked about.</param>
    /// <param name="spans">The lengths of time before that day in which a date is looked for.</param>
    public static IEnumerable<(string Words, Value Example)> Of(FactDeclaration fact, IEnumerable<Value> constants, DateOnly day, IEnumerable<Duration> spans) => fact.Type switch
    {
        FactType.Number => Around(
            constants.OfType<NumberValue>().Select(value => value.Number),
            fact.IsCount ? 1 : null,
            number => !fact.IsRatio || number is >= 0 and <= 1,
            number => ValueText.Number(number, fact),
            number => new NumberValue(number),
            fact.IsCount || fact.IsRatio ? 0 : null),
        FactType.Duration when fact.Unit == "working-days" => Around(
            constants.OfType<DurationValue>().Select(value => value.Duration.Amount), 1, _ => true, amount => new Duration(amount, DurationUnit.WorkingDays).ToString(), amount => new DurationValue(new(amount, DurationUnit.WorkingDays)), 0),
        FactType.Duration => Lengths([.. constants.OfType<DurationValue>().Select(value => value.Duration)]),
        FactType.Date => Dates([.. constants.OfType<DateValue>().Select(value => value.Date), .. spans.SelectMany(span => new[] { span.Before(day), day })]),
        _ => [],
    };

    /// <summary>Stretches that lie beside each other as one, such as <c>less than 3</c> and <c>exactly 3</c> as <c>3 or less</c>.</summary>
    /// <param name="words">The stretches in rising order.</param>
    public static ImmutableArray<string> Joined(ImmutableArray<string> words)
    {
        var joined = new List<string>();
        foreach (var word in words)
        {
            if (joined is [.., var last] && word == $"exactly {After(last, "less than ")}")
            {
                joined[^1] = $"{After(last, "less than ")} or less";
            }
            else if (joined is [.., var point] && word == $"more than {After(point, "exactly ")}")
            {
                joined[^1] = $"{After(point, "exactly ")} or more";
            }
            else if (joined is [.., var day] && word == $"on {After(day, "before ")}")
            {
                joined[^1] = $"{After(day, "before ")} or before";
            }
            else if (joined is [.., var on] && word == $"after {After(on, "on ")}")
            {
                joined[^1] = $"{After(on, "on ")} or after";
            }
            else
            {
                joined.Add(word);
            }
        }

        return [.. joined];
    }

    private static string? After(string text, string beginning) => text.StartsWith(beginning, StringComparison.Ordinal) ? text[beginning.Length..] : null;

    private static IEnumerable<(string Words, Value Example)> Around(IEnumerable<decimal> constants, decimal? step, Func<decimal, bool> isPossible, Func<decimal, string> write, Func<decimal, Value> value, decimal? least)
    {
        var limits = constants.Distinct().Order().ToList();
        for (var i = 0; i < limits.Count; i++)
        {
            if (i == 0 && (least is not { } lowest || limits[0] > lowest))
            {
                yield return ($"less than {write(limits[0])}", value(step is null && least is { } start ? (start + limits[0]) / 2 : limits[0] - 1));
            }

            yield return ($"exactly {write(limits[i])}", value(limits[i]));
            if (i + 1 == limits.Count)
            {
                var beyond = isPossible(limits[i] + 1) ? limits[i] + 1 : (limits[i] + 1) / 2;
                if (isPossible(beyond) && beyond > limits[i])
                {
                    yield return ($"more than {write(limits[i])}", value(beyond));
                }
            }
            else if (step is null || limits[i] + step < limits[i + 1])
            {
                yield return ($"more than {write(limits[i])} and less than {write(limits[i + 1])}", value(step is { } one ? limits[i] + one : (limits[i] + limits[i + 1]) / 2));
            }
        }
    }

    private static IEnumerable<(string Words, Value Example)> Lengths(ImmutableArray<Duration> constants)
    {
        var limits = constants.DistinctBy(limit => limit.Seconds()).OrderBy(limit => limit.Seconds().Low).ToList();
        for (var i = 0; i < limits.Count; i++)
        {
            if (i == 0 && limits[0].Seconds().Low > 0)
            {
                yield return ($"less than {limits[0]}", Seconds(limits[0].Seconds().Low / 2));
            }

            yield return ($"exactly {limits[i]}", new DurationValue(limits[i]));
            var high = limits[i].Seconds().High ?? limits[i].Seconds().Low;
            yield return i + 1 == limits.Count
                ? ($"more than {limits[i]}", Seconds(high + 1))
                : ($"more than {limits[i]} and less than {limits[i + 1]}", Seconds((high + limits[i + 1].Seconds().Low) / 2));
        }
    }

    private static IEnumerable<(string Words, Value Example)> Dates(ImmutableArray<DateOnly> turns)
    {
        var limits = turns.Distinct().Order().ToList();
        for (var i = 0; i < limits.Count; i++)
        {
            if (i == 0 && limits[0] > DateOnly.MinValue)
            {
                yield return ($"before {IsoDate.Format(limits[0])}", new DateValue(limits[0].AddDays(-1)));
            }

            yield return ($"on {IsoDate.Format(limits[i])}", new DateValue(limits[i]));
            if (limits[i] < DateOnly.MaxValue && (i + 1 == limits.Count || limits[i].AddDays(1) < limits[i + 1]))
            {
                yield return (i + 1 == limits.Count ? $"after {IsoDate.Format(limits[i])}" : $"between {IsoDate.Format(limits[i])} and {IsoDate.Format(limits[i + 1])}", new DateValue(limits[i].AddDays(1)));
            }
        }
    }

    private static DurationValue Seconds(decimal amount) => new(new(amount, DurationUnit.Seconds));
}
