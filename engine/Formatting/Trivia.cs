using System.Collections.Immutable;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Formatting;

/// <summary>What a YAML file holds besides its values.</summary>
/// <param name="Comments">The comments, in the order of the text.</param>
/// <param name="Separators">Where lines of three dashes begin.</param>
/// <param name="Unsupported">Where an anchor, an alias or a directive stands, or null.</param>
internal sealed record Trivia(ImmutableArray<Comment> Comments, ImmutableArray<int> Separators, int? Unsupported)
{
    /// <summary>Finds it between the scalars of a file that was read without errors.</summary>
    public static Trivia Of(ReadResult read)
    {
        var found = new Scan(read.Source.Content);
        var at = 0;
        foreach (var span in Scalars(read.Documents).Where(span => span.End > span.Start).Distinct().OrderBy(span => span.Start))
        {
            found.Gap(at, span.Start);
            at = Math.Max(at, span.End);
        }

        found.Gap(at, read.Source.Content.Length);
        return new(found.Comments.ToImmutable(), found.Separators.ToImmutable(), found.Unsupported);
    }

    private static List<TextSpan> Scalars(IEnumerable<Node> documents)
    {
        var spans = new List<TextSpan>();
        var open = new Stack<Node>(documents);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case ScalarNode scalar:
                    spans.Add(scalar.Location.Span);
                    break;
                case SequenceNode sequence:
                    Array.ForEach([.. sequence.Items], open.Push);
                    break;
                case MappingNode mapping:
                    Array.ForEach([.. mapping.Entries], entry => { open.Push(entry.Key); open.Push(entry.Value); });
                    break;
            }
        }

        return spans;
    }

    private sealed class Scan(string text)
    {
        public ImmutableArray<Comment>.Builder Comments { get; } = ImmutableArray.CreateBuilder<Comment>();

        public ImmutableArray<int>.Builder Separators { get; } = ImmutableArray.CreateBuilder<int>();

        public int? Unsupported { get; private set; }

        public void Gap(int from, int to)
        {
            for (var at = from; at < to; at++)
            {
                var start = LineMap.StartOf(text, at);
                switch (text[at])
                {
                    case '#':
                        var end = LineMap.EndOf(text, at);
                        Comments.Add(new(at, text[at..end].TrimEnd(), at - start, text.AsSpan(start, at - start).IsWhiteSpace(), LineMap.HasGapAbove(text, at)));
                        at = end - 1;
                        break;
                    case '-' when at == start && text.AsSpan(at).StartsWith("---"):
                        Separators.Add(at);
                        at += 2;
                        break;
                    case '&' or '*' or '!' or '%':
                        Unsupported ??= at;
                        break;
                }
            }
        }
    }
}
