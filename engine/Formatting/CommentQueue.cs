using System.Collections.Immutable;

namespace PolicyCheck.Formatting;

/// <summary>Hands out the comments of a file in the order of its text, each to one piece of the layout.</summary>
internal sealed class CommentQueue(string text, ImmutableArray<Comment> comments)
{
    private int _next;

    private Comment? Next => _next < comments.Length ? comments[_next] : null;

    /// <summary>Whether a stretch of the text holds a comment.</summary>
    public bool Any(int from, int to) => comments.Any(comment => comment.Start >= from && comment.Start < to);

    /// <summary>The comments before a position.</summary>
    public ImmutableArray<Comment> Before(int limit) => TakeWhile(comment => comment.Start < limit);

    /// <summary>The comments below a block that stand deep enough to belong to it.</summary>
    /// <param name="limit">Where the next entry of what encloses it begins.</param>
    /// <param name="column">The column of the block.</param>
    /// <param name="outer">The column of what encloses it.</param>
    public ImmutableArray<Comment> Below(int limit, int column, int outer) =>
        TakeWhile(comment => comment.IsAlone && comment.Start < limit && comment.Column >= column && comment.Column > outer);

    /// <summary>The comment on the line on which something ends, or null.</summary>
    /// <param name="end">Where it ends.</param>
    /// <param name="limit">Where the next thing begins.</param>
    public Comment? Beside(int end, int limit) =>
        Next is { IsAlone: false } comment && comment.Start >= end && comment.Start < limit && LineMap.StartOf(text, comment.Start) <= end ? comments[_next++] : null;

    private ImmutableArray<Comment> TakeWhile(Func<Comment, bool> condition)
    {
        var taken = ImmutableArray.CreateBuilder<Comment>();
        while (Next is { } comment && condition(comment))
        {
            taken.Add(comment);
            _next++;
        }

        return taken.ToImmutable();
    }
}
