using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Evaluation;
using PolicyCheck.Fleets;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cli.Fleets;

/// <summary>Checks a fleet: reads it as it comes, judges it on all processors and reports it a line at a time, in its order.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="targets">Where it goes.</param>
/// <param name="surroundings">What the program takes from outside.</param>
internal sealed class FleetRun(CheckRequest request, ImmutableArray<OutputTarget> targets, Surroundings surroundings)
{
    /// <summary>Checks a fleet.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="targets">Where it goes.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    public static ExitCode Run(CheckRequest request, ImmutableArray<OutputTarget> targets, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        FleetRules.Refuse(request, targets);
        return new FleetRun(request, targets, surroundings).Run(engine);
    }

    private ExitCode Run(Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var input = new FleetInput(request, FleetRules.ReadsLines(request, targets), surroundings);
        var library = ProjectLibrary.Load(request, surroundings);
        var register = WaiverFiles.Load(request.Waivers, library, request.Limits, surroundings);
        var evaluator = engine.Value.GetAwaiter().GetResult();
        var judge = new DocumentJudge(new(library, new(library, evaluator), Settings(), register, evaluator), request.Limits.MaxBytes, surroundings);
        var jobs = request.Fleet.Jobs ?? Environment.ProcessorCount;
        Say($"as of {IsoDate.Format(request.AsOf)}: {input.Names}, {library.RuleSets.Length} rule sets with {library.RuleSets.Sum(set => set.Rules.Length)} rules, {jobs} at the same time");
        using var results = FleetRules.FileOf(targets) is { } path ? ResultFile.Open(path, request.Fleet.Resume, surroundings) : null;
        var resumption = results is not null && request.Fleet.Resume ? new Resumption(results, judge) : null;
        var tally = Judge(input, new(judge, jobs), results, resumption);
        if (resumption is not null)
        {
            tally.Add(resumption.Tally);
            Say($"{resumption.Documents} documents were judged by an earlier run");
        }

        results?.Complete();
        if (results is { IsComplete: true } && !request.Quiet)
        {
            surroundings.Error.WriteLine($"policycheck: `{results.Shown}` is complete already; nothing was judged anew");
        }

        return Report(tally.Summarise(), library);
    }

    private FleetTally Judge(FleetInput input, FleetLoop loop, ResultFile? results, Resumption? resumption)
    {
        var progress = new FleetProgress(input.Names, input.IsMeasured ? input.Total : null, request.Verbose, surroundings);
        var refused = new RefusedDocuments(surroundings);
        var stream = results is not null ? results.Stream : targets.Any(target => target.Format == FleetRules.Format) ? surroundings.Output : Stream.Null;
        try
        {
            return loop.Run(
                resumption?.Continue(input.Items()) ?? input.Items(),
                batch =>
                {
                    stream.Write(batch.Lines.WrittenSpan);
                    stream.Flush();
                    if (batch.Refused.Count > 0)
                    {
                        progress.End();
                        refused.Tell(batch.Refused);
                    }

                    if (!request.Quiet)
                    {
                        progress.Advance(batch.Count, batch.Position);
                    }
                });
        }
        finally
        {
            progress.End();
        }
    }

    private ExitCode Report(FleetSummary summary, RuleLibrary library)
    {
        if (summary.Judged + summary.Refused == 0 && request.Fleet.Shard == Shard.Whole)
        {
            throw new CommandException(ExitCode.InvalidInput, "the fleet holds no manifest: look whether what makes it has failed");
        }

        var code = ExitCodes.Worst(summary.ExitCodes.Select(code => (ExitCode)code));
        foreach (var target in targets.Where(target => target.Format != FleetRules.Format && (target.Path is not null || !request.Quiet || code != ExitCode.Holds)))
        {
            target.Write(surroundings, stream => Write(target.NewPage(surroundings), summary, library).WriteTo(stream));
        }

        // Where results are written and no text is asked for, a person still wants to know.
        if (targets.All(target => target.Format == FleetRules.Format) && !request.Quiet)
        {
            using var text = new MemoryStream();
            Write(new(colours: false, Surroundings.PlainWidth), summary, library).WriteTo(text);
            surroundings.Error.Write(System.Text.Encoding.UTF8.GetString(text.ToArray()));
        }

        Say($"exit code {(int)code}");
        return code;
    }

    private TextPage Write(TextPage page, FleetSummary summary, RuleLibrary library)
    {
        new FleetPage(page, summary, library.Vocabulary, request).Write();
        return page;
    }

    private FleetSettings Settings() => new(request.AsOf)
    {
        Options = request.Options,
        Detail = request.Explain switch { Explain.Off => FleetDetail.Off, Explain.Full => FleetDetail.Full, _ => FleetDetail.Fails },
        Limits = request.Limits,
        FailOn = [.. request.FailOn],
        MinSeverity = request.MinSeverity,
        ExitCode = assessment => (int)Gate.Alone(assessment, request),
        RefusedCode = (int)ExitCode.InvalidInput,
        DefectCode = (int)ExitCode.InternalError,
        Verify = request.Verify,
    };

    private void Say(string sentence)
    {
        if (request.Verbose)
        {
            surroundings.Error.WriteLine($"policycheck: {sentence}");
        }
    }
}
