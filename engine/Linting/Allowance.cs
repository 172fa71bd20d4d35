using System.Collections.Immutable;
using PolicyCheck.Formatting;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Linting;

/// <summary>A comment <c># lint: allow PC809 the reason</c>, which allows a finding in the line below it.</summary>
/// <param name="Name">The code or name of what it allows.</param>
/// <param name="Reason">Why; empty where it isn't said.</param>
/// <param name="Line">The line that it speaks of, one-based.</param>
/// <param name="Location">Where it is.</param>
internal sealed record Allowance(string Name, string Reason, int Line, Location Location)
{
    private const string Opening = "# lint: allow";

    /// <summary>Whether it says why.</summary>
    public bool HasReason => Reason.Any(char.IsLetter);

    /// <summary>The allowances in a file, in the order of its text.</summary>
    public static ImmutableArray<Allowance> In(ReadResult read, bool isJson) =>
        isJson ? [] : [.. Trivia.Of(read).Comments.Where(comment => comment.IsAlone && comment.Text.StartsWith(Opening, StringComparison.Ordinal)).Select(comment => Of(comment, read.Source))];

    private static Allowance Of(Comment comment, SourceText source)
    {
        var words = comment.Text[Opening.Length..].Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        var line = source.PositionOf(comment.Start).Line + 1;
        var last = source.PositionOf(source.Content.Length).Line;
        // Several comments can speak of one line.
        while (line < last && source.LineAt(line).TrimStart().StartsWith('#'))
        {
            line++;
        }

        return new(words[0], words is [_, var reason] ? reason : "", line, new(source, new(comment.Start, comment.Start + comment.Text.Length)));
    }
}
