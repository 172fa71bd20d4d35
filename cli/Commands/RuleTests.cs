using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Coverage;
using PolicyCheck.Testing;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Runs the tests of rule sets and writes what came of them.</summary>
internal static class RuleTests
{
    /// <summary>The formats of reports, the default first.</summary>
    public static ImmutableArray<string> Formats { get; } = ["text", "json", "junit", "tap", "html"];

    /// <summary>Runs once.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="memory">What runs the tests, and remembers them.</param>
    public static ExitCode Run(TestRequest request, Surroundings surroundings, TestMemory memory)
    {
        var targets = OutputTarget.ParseAll(request.Outputs, Formats);
        var chosen = Chosen(request.Run);
        var tests = AuthoredTests.Load(request.Paths, request.Rules, request.Limits, surroundings);
        tests.RequireAny(request.Paths);
        var (run, coverage, gaps) = memory.Run(tests, chosen);
        if (request.Run is not null && !run.Results.Any() && !tests.HasErrors)
        {
            throw new CommandException(ExitCode.Usage, $"no case has a name in which `{request.Run}` is found, so nothing was run");
        }

        // A part of the cases says nothing of what all of them leave out.
        var whole = request.Run is null && !tests.HasErrors;
        ImmutableArray<Diagnostic> diagnostics = [.. run.Files.SelectMany(file => file.Vacuous), .. whole ? gaps : []];
        surroundings.Write(tests.Diagnostics.Concat(diagnostics));

        foreach (var target in targets)
        {
            target.Write(surroundings, stream => Write(run, coverage, [.. tests.Diagnostics, .. diagnostics], target, request, surroundings, stream));
        }

        return ExitCodes.Worst(
        [
            run.Failed > 0 || diagnostics.Length > 0 || coverage.Percent < request.Threshold ? ExitCode.DoesNotHold : ExitCode.Holds,
            tests.HasErrors ? ExitCode.InvalidInput : ExitCode.Holds,
            run.HasDefects ? ExitCode.InternalError : ExitCode.Holds,
        ]);
    }

    private static void Write(TestRun run, CoverageOfRules coverage, ImmutableArray<Diagnostic> diagnostics, OutputTarget target, TestRequest request, Surroundings surroundings, Stream stream)
    {
        switch (target.Format)
        {
            case "json":
                TestJson.Write(run, diagnostics, request.Coverage ? json => CoverageJson.Write(coverage, json) : null, stream);
                break;
            case "junit":
                TestJUnit.Write(run, diagnostics, stream);
                break;
            case "tap":
                TestTap.Write(run, diagnostics, stream);
                break;
            case "html":
                CoverageHtml.Write(coverage, stream);
                break;
            default:
                TestPage.Write(run, request.Coverage ? coverage : null, target.NewPage(surroundings), stream);
                break;
        }
    }

    private static Func<string, bool>? Chosen(string? pattern)
    {
        if (pattern is null)
        {
            return null;
        }

        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant).IsMatch;
        }
        catch (Exception problem) when (problem is RegexParseException or NotSupportedException)
        {
            throw new CommandException(ExitCode.Usage, $"--run takes a regular expression, and `{pattern}` isn't one that can be used: {problem.Message}");
        }
    }
}
