using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyCheck.Reading;

/// <summary>Feeds a builder from YamlDotNet's parser events; its object models recurse and are not used.</summary>
internal static class YamlEvents
{
    private const int DeepestIndentation = 1000;
    private const int LookAheadBuffer = 1024;

    /// <summary>Reads a stream of YAML documents.</summary>
    public static void Read(string text, NodeBuilder builder, ProblemList problems)
    {
        if (TooDeepIndentation(text) is { } problem)
        {
            problems.Add(problem);
            return;
        }

        try
        {
            var parser = new Parser(new StringReader(WithLastLineEnded(text)));
            while (!builder.Stopped && parser.MoveNext())
            {
                Take(parser.Current, text, builder, problems);
            }
        }
        catch (YamlException defect)
        {
            problems.Add(YamlProblems.Explain(defect, text, builder));
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            problems.Add(YamlProblems.ExplainUnplaced(defect, text, builder));
        }
    }

    private static void Take(ParsingEvent? current, string text, NodeBuilder builder, ProblemList problems)
    {
        switch (current)
        {
            case Scalar scalar:
                TakeScalar(scalar, text, builder, problems);
                break;
            case MappingStart mapping:
                var isPair = mapping is { Style: MappingStyle.Flow, Start.Index: 0 } && builder.Innermost is { IsMapping: false };
                Open(true, isPair ? -1 : ContentStart(mapping, text, problems), Name(mapping), mapping.Style != MappingStyle.Flow, text, builder, problems);
                break;
            case SequenceStart sequence:
                Open(false, ContentStart(sequence, text, problems), Name(sequence), sequence.Style != SequenceStyle.Flow, text, builder, problems);
                break;
            case MappingEnd or SequenceEnd:
                Close(current, text, builder, problems);
                break;
            case DocumentStart { Version: not null } start when YamlMarkProblems.Version(text, (int)start.Start.Index) is { } problem:
                problems.Add(problem);
                break;
            case AnchorAlias alias:
                builder.Alias((int)alias.Start.Index, (int)alias.End.Index, alias.Value.Value);
                break;
            case DocumentEnd:
                builder.EndDocument();
                break;
        }
    }

    private static void Open(bool isMapping, int start, string? anchor, bool isBlock, string text, NodeBuilder builder, ProblemList problems)
    {
        if (isBlock && YamlTabProblems.BeforeBlock(text, start) is { } tab)
        {
            problems.Add(tab);
        }

        builder.Open(isMapping, start, anchor);
    }

    private static void Close(ParsingEvent end, string text, NodeBuilder builder, ProblemList problems)
    {
        var start = builder.Innermost?.Start ?? -1;
        var at = EndOf(end, text, builder);
        builder.Close(at);
        if (at >= 0 && YamlTabProblems.Within(text, start, at, builder) is { } tab)
        {
            problems.Add(tab);
        }
    }

    private static void TakeScalar(Scalar scalar, string text, NodeBuilder builder, ProblemList problems)
    {
        if (scalar is { Style: ScalarStyle.Plain, Value: "" })
        {
            TakeNothing(scalar, text, builder, problems);
            return;
        }

        var start = ContentStart(scalar, text, problems);
        var end = Math.Max(start, (int)Math.Min(scalar.End.Index, text.Length));
        if (YamlLineProblems.TabIndenting(text, start) is { } tab && BracketProblems.OpenBracket(text, builder) < 0)
        {
            problems.Add(tab);
        }
        else if (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted && YamlTabProblems.Within(text, start, end, builder) is { } inside)
        {
            problems.Add(inside);
        }

        if (scalar.Style == ScalarStyle.Plain)
        {
            if (YamlValueProblems.SwallowedItem(text, start, end) is { } problem)
            {
                problems.Warn(problem);
            }
        }
        else if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            end = start + text.AsSpan(start, end - start).TrimEnd().Length;
        }

        builder.Scalar(start, end, scalar.Value, scalar.Style == ScalarStyle.Plain, Name(scalar));
    }

    private static void TakeNothing(Scalar scalar, string text, NodeBuilder builder, ProblemList problems)
    {
        var hasProperties = ContentStart(scalar, text, problems) > scalar.Start.Index;
        var at = Math.Max(
            builder.LastEnd,
            hasProperties ? new NodeProperties(text, (int)scalar.Start.Index, text.Length).End : (int)scalar.Start.Index);
        if (builder.Innermost is { IsMapping: true, Key: { IsPlain: true } key } && key.Location.Span.End == at &&
            YamlValueProblems.KeyWithoutSpace(text, key.Location.Span) is { } problem)
        {
            problems.Add(problem);
        }

        builder.Scalar(at, at, "", isPlain: true, Name(scalar));
    }

    private static string? Name(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;

    private static int ContentStart(NodeEvent node, string text, ProblemList problems)
    {
        var start = (int)node.Start.Index;
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty)
        {
            return start;
        }

        var properties = new NodeProperties(text, start, (int)node.End.Index);
        if (!node.Tag.IsEmpty)
        {
            problems.Add(YamlValueProblems.Tag(text, properties.TagStart, properties.TagEnd));
        }

        return properties.ContentStart;
    }

    private static int EndOf(ParsingEvent end, string text, NodeBuilder builder)
    {
        if (builder.Innermost is not { Start: >= 0 } open || text[open.Start] is not ('[' or '{'))
        {
            return -1;
        }

        var at = (int)end.Start.Index;
        var (opening, closing) = open.IsMapping ? ('{', '}') : ('[', ']');
        return at < text.Length && text[at] == closing && text[open.Start] == opening ? at + 1 : -1;
    }

    // Of a last line that holds only spaces and isn't ended the scanner forgets that it is one. Of a directive it doesn't know it doesn't find the end, where
    // the text ends there and fills its look-ahead buffer.
    private static string WithLastLineEnded(string text) =>
        text is [.., ' ' or '\t'] && text.AsSpan().TrimEnd(" \t") is [] or [.., '\n' or '\r']
        || text.Length % LookAheadBuffer == 0 && text.AsSpan(text.LastIndexOfAny(['\n', '\r']) + 1) is ['%', ..]
            ? text + "\n"
            : text;

    // The scanner's look-ahead buffer overwrites itself when it meets more indentation than it holds.
    private static Problem? TooDeepIndentation(string text)
    {
        var rest = text.AsSpan();
        while (rest.Length > DeepestIndentation)
        {
            var indentation = rest.IndexOfAnyExcept(' ');
            if (indentation > DeepestIndentation || indentation < 0)
            {
                var start = text.Length - rest.Length;
                return YamlValueProblems.TooDeepIndentation(start, start + Math.Max(indentation, 0), DeepestIndentation);
            }

            var lineEnd = rest.IndexOfAny('\r', '\n');
            rest = lineEnd < 0 ? [] : rest[(lineEnd + 1)..];
        }

        return null;
    }
}
