namespace PolicyCheck.Cli.Commands;

/// <summary>One of several runs while files change: a mistake in a file ends the run, not the watch.</summary>
internal static class Repeated
{
    /// <summary>Runs once, and says that it waits.</summary>
    /// <param name="run">The run.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static ExitCode Once(Func<ExitCode> run, Surroundings surroundings)
    {
        var code = Guarded(run, surroundings);
        surroundings.Error.WriteLine("policycheck: waiting for changes; interrupt to end");
        return code;
    }

    private static ExitCode Guarded(Func<ExitCode> run, Surroundings surroundings)
    {
        try
        {
            return run();
        }
        catch (CommandException problem)
        {
            surroundings.Error.WriteLine($"policycheck: {problem.Message}");
            return problem.Code;
        }
    }
}
