namespace PolicyCheck.Cli;

/// <summary>Ends a command with a sentence on standard error and an exit code.</summary>
/// <param name="code">The exit code.</param>
/// <param name="message">The sentence: lower-case start, no final period, with a cure.</param>
internal sealed class CommandException(ExitCode code, string message) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public ExitCode Code { get; } = code;
}
