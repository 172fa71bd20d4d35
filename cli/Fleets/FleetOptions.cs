using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyCheck.Cli.Commands;

namespace PolicyCheck.Cli.Fleets;

/// <summary>The options of <c>check</c> that concern fleets alone.</summary>
internal static class FleetOptions
{
    /// <summary>How many documents are judged at the same time.</summary>
    public const string Jobs = "--jobs";

    /// <summary>The names of all of them.</summary>
    public static ImmutableArray<string> Names { get; } = [Jobs, "--resume", "--shard", "--stdin-format"];

    /// <summary>Makes the options, and what reads them off.</summary>
    public static (IReadOnlyList<Option> Options, Func<ParseResult, FleetRequest> Read) Create()
    {
        var jobs = SharedOptions.Positive(Jobs, "For fleets: how many documents are judged at the same time; the number of processors by default", Environment.ProcessorCount);
        jobs.DefaultValueFactory = _ => 0;
        var resume = new Option<bool>("--resume") { Description = "For fleets: continue the file of -o ndjson=FILE where an interrupted run left it; begin it where there is none" };
        var shard = new Option<Shard?>("--shard") { Description = "For fleets: judge one of several parts; their results one after the other are those of the whole", HelpName = "NUMBER/COUNT", CustomParser = ReadShard };
        var stdin = new Option<string?>("--stdin-format") { Description = "What standard input holds: manifests as in a file, or one a line; one a line by default with -o ndjson" };
        stdin.AcceptOnlyFromAmong(FleetRequest.Manifest, FleetRequest.Lines);
        return ([jobs, resume, shard, stdin], parsed => new(parsed.GetValue(jobs) is > 0 and var given ? given : null, parsed.GetValue(resume), parsed.GetValue(shard) ?? Shard.Whole, parsed.GetValue(stdin)));
    }

    private static Shard? ReadShard(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var shard = Shard.Parse(text);
        if (shard is null)
        {
            result.AddError($"`{text}` is no part of a whole: write the number of the part and how many there are, such as 2/8");
        }

        return shard;
    }
}
