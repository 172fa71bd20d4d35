using PolicyCheck.Cli.Input;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>Runs tests again and again, whenever one of the author's files changes.</summary>
internal static class TestWatch
{
    /// <summary>Runs until interrupted.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code of the last run.</returns>
    public static async Task<ExitCode> Run(TestRequest request, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, CancellationToken cancellation)
    {
        using var watch = new FileWatch(request.Paths.DefaultIfEmpty(".").Concat(request.Rules), AuthorFiles.IsKnown, surroundings);
        var memory = new TestMemory(await engine.Value);
        while (true)
        {
            var code = Repeated.Once(() => RuleTests.Run(request, surroundings, memory), surroundings);
            if (!await watch.WaitAsync(cancellation))
            {
                return code;
            }
        }
    }
}
