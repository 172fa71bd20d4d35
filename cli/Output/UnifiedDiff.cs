using DiffPlex.Renderer;

namespace PolicyCheck.Cli.Output;

/// <summary>What changes in a file, as <c>patch</c> reads it.</summary>
internal static class UnifiedDiff
{
    /// <summary>The changes, with names of the two sides as git writes them.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="before">The text as it is.</param>
    /// <param name="after">The text as it becomes.</param>
    public static string Of(string path, string before, string after)
    {
        var lines = UnidiffRenderer.GenerateUnidiff(before, after, $"a/{path}", $"b/{path}").ReplaceLineEndings("\n").TrimEnd('\n');
        return lines + "\n";
    }
}
