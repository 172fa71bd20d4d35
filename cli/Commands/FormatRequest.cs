namespace PolicyCheck.Cli.Commands;

/// <summary>What was asked of <c>fmt</c>.</summary>
/// <param name="Paths">Files, folders, or <c>-</c>.</param>
/// <param name="Check">Whether files are only named.</param>
/// <param name="Write">Whether files are rewritten.</param>
/// <param name="Diff">Whether changes are shown.</param>
/// <param name="StandardInputName">What standard input is called, or null.</param>
internal sealed record FormatRequest(IReadOnlyList<string> Paths, bool Check, bool Write, bool Diff, string? StandardInputName)
{
    /// <summary>Whether standard input is formatted.</summary>
    public bool IsOfStandardInput => Paths.Contains("-");

    /// <summary>What is wrong with the options together, or null.</summary>
    public string? Problem =>
        Check && Write ? "--check changes nothing and --write does: choose one"
        : IsOfStandardInput && Paths.Count > 1 ? "`-` is formatted alone: name files and folders in a run of their own"
        : IsOfStandardInput && Write ? "standard input can't be rewritten: leave out --write, and the text is printed"
        : StandardInputName is not null && !IsOfStandardInput ? "--stdin-filename says what `-` is called: name `-`"
        : null;
}
