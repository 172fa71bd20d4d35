namespace PolicyCheck.Cli;

/// <summary>What the program's exit code means, for every verb and format.</summary>
internal enum ExitCode
{
    /// <summary>What was asked holds.</summary>
    Holds = 0,

    /// <summary>It doesn't hold.</summary>
    DoesNotHold = 1,

    /// <summary>The command line or the configuration is wrong.</summary>
    Usage = 2,

    /// <summary>An input file is wrong.</summary>
    InvalidInput = 3,

    /// <summary>Nothing fails, but missing facts could make it.</summary>
    Indeterminate = 4,

    /// <summary>A defect of the program, or a time-out.</summary>
    InternalError = 5,

    /// <summary>A signature or digest doesn't verify.</summary>
    NotVerified = 6,
}
