using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Reading;

/// <summary>Collects the problems of one text, no more than a person could want to see.</summary>
internal sealed class ProblemList(SourceText source)
{
    /// <summary>The most problems told of one file.</summary>
    public const int Most = 1000;

    private readonly List<Diagnostic> _found = [];
    private bool _more;

    /// <summary>Whether nothing has been found.</summary>
    public bool IsEmpty => _found.Count == 0;

    /// <summary>Whether further problems would only be counted.</summary>
    public bool IsFull => _found.Count >= Most;

    /// <summary>Adds an error.</summary>
    public void Add(Problem problem) => Add(problem, DiagnosticLevel.Error);

    /// <summary>Adds a doubt that refuses nothing.</summary>
    public void Warn(Problem problem) => Add(problem, DiagnosticLevel.Warning);

    /// <summary>The problems in the order of the text.</summary>
    public ImmutableArray<Diagnostic> InOrder()
    {
        if (IsEmpty)
        {
            return [];
        }

        var ordered = _found.OrderBy(problem => problem.Location.Span.Start).ToList();
        if (_more)
        {
            ordered.Add(Diagnostic.Error(
                ReadingCodes.TooManyProblems,
                ordered[^1].Location,
                $"the file has more than {Most} problems, and the rest are not shown",
                "mend the ones above and check the file again"));
        }

        return [.. ordered];
    }

    private void Add(Problem problem, DiagnosticLevel level)
    {
        if (IsFull)
        {
            _more = true;
            return;
        }

        var start = Math.Clamp(problem.Start, 0, source.Content.Length);
        var end = Math.Clamp(problem.End, start, source.Content.Length);
        if (_found is [.., var last] && last.Code == problem.Code && last.Location.Span.Start == start)
        {
            // A block and its first value begin at the same place, and so do their defects.
            return;
        }

        _found.Add(new(problem.Code, level, new(source, new(start, end)), problem.Message, problem.Cure));
    }
}
