using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Fleets;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>timeline</c>.</summary>
internal static class TimelineCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var options = new CheckOptions
        {
            Without = ["--output", "--explain", "--min-severity", "--baseline", "--write-baseline", "--signing-key", "--quiet", "--verbose", "--timeout", "--over", .. FleetOptions.Names, "--cure"],
        };
        var (from, until) = (Day("--from", "The first day drawn, as 2020-01-01"), Day("--until", "The day after the last, as 2023-01-01"));
        var output = SharedOptions.Output(TimelineRun.Formats);
        var within = new Option<(int Number, char Unit)?>("--fail-on-flip-within")
        {
            Description = "Fail where the verdict changes, for better or worse, while the deployment runs, so many days (180d), weeks (26w), months (6m) or years (1y) after the day asked about",
            HelpName = "LENGTH",
            CustomParser = Length,
        };
        var compare = new Option<string[]>("--compare")
        {
            Description = "Draw a row for each of these rule sets: the verdict by it alone, of a proposal as if it were law",
            HelpName = "RULESET",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var command = new Command(
            "timeline",
            """
            Shows on which days a deployment's verdict or a finding changes, and why.

            A text comes into force, lapses or is amended, a parameter changes, a waiver ends, a test goes stale by the rule's
            own limit, the deployment begins or ends: every such day is known beforehand, and none is left out. Without --from
            and --until the days are the deployment's own period; else all from its first change to its last, as far as they
            lie within ten years of the day asked about, which always belongs to them.

            Examples:
              policycheck timeline sheriff.manifest.yaml --from 2020-01-01 --until 2023-01-01
              policycheck timeline deployments/ -o html=timeline.html -o ics=diary.ics
              policycheck timeline sheriff.manifest.yaml --compare amazon-rekognition-moratorium advocates-permanent-ban
              policycheck timeline deployments/ --fail-on-flip-within 180d

            Exit codes: 0 drawn, 1 the verdict changes within the time given, 2 usage, 3 invalid input.
            """);
        foreach (var option in new Option[] { from, until, output, within, compare })
        {
            command.Add(option);
        }

        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = options.Read(Settings.Resolve(parsed, options, surroundings), surroundings.Today);
            var last = parsed.GetValue(within) is { } length ? After(request.AsOf, length.Number, length.Unit) : (DateOnly?)null;
            finish(TimelineRun.Run(new(request, parsed.GetValue(from), parsed.GetValue(until), parsed.GetValue(output) ?? [], last, parsed.GetValue(compare) ?? []), surroundings, engine));
        });
        return command;
    }

    private static DateOnly After(DateOnly day, int number, char unit)
    {
        var (days, months) = unit switch { 'd' => (number, 0), 'w' => (number * 7, 0), 'm' => (0, number), _ => (0, number * 12) };
        return day.DayNumber + days + (months * 31) >= DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue.AddDays(-1) : day.AddMonths(months).AddDays(days);
    }

    private static (int Number, char Unit)? Length(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Length is > 1 and < 6 && "dwmy".Contains(text[^1], StringComparison.Ordinal) && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return (number, text[^1]);
        }

        result.AddError($"`{text}` is no length of time: write a number and d, w, m or y, such as 180d or 6m");
        return null;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (IsoDate.TryParse(text, out var date))
            {
                return date;
            }

            result.AddError($"`{text}` is not a day: {IsoDate.Cure(text)}");
            return null;
        },
    };
}
