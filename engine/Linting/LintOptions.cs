namespace PolicyCheck.Linting;

/// <summary>What findings depend on besides the files.</summary>
/// <param name="AsOf">The day on which sources are old and periods about to end.</param>
/// <param name="Within">How many days ahead a period counts as about to end; 90 by default.</param>
public sealed record LintOptions(DateOnly AsOf, int Within = 90);
