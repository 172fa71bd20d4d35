using System.Collections.Immutable;

namespace PolicyCheck.Cli;

/// <summary>The table of exit codes, as help and <c>explain exit-codes</c> show it.</summary>
internal static class ExitCodes
{
    /// <summary>Each code with its meaning; of several that apply the first in this list is returned.</summary>
    public static ImmutableArray<(ExitCode Code, string Meaning)> ByPrecedence { get; } =
    [
        (ExitCode.InternalError, "internal error or time-out"),
        (ExitCode.NotVerified, "a signature or digest doesn't verify"),
        (ExitCode.Usage, "usage or configuration: unknown flag, missing file"),
        (ExitCode.InvalidInput, "invalid input: a manifest, rule set, waiver or test file with errors"),
        (ExitCode.DoesNotHold, "it doesn't hold: non-compliant, failing tests, differences"),
        (ExitCode.Indeterminate, "indeterminate: nothing fails, but missing facts could make it"),
        (ExitCode.Holds, "what was asked holds: compliant or not applicable, tests pass"),
    ];

    /// <summary>The code to return when several apply.</summary>
    public static ExitCode Worst(IEnumerable<ExitCode> codes) =>
        codes.DefaultIfEmpty(ExitCode.Holds).MinBy(code => ByPrecedence.Select(entry => entry.Code).ToList().IndexOf(code));
}
