using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>Any file, read as YAML and as JSON: every value and every problem stands in the text, and the limits are kept.</summary>
internal static class YamlTarget
{
    private static readonly ReadingLimits Small = new(FuzzTarget.MostBytes, MaxDepth: 16, MaxNodes: 500);

    public static void Try(ReadOnlySpan<byte> bytes)
    {
        Try("a.yaml", bytes);
        if (bytes.IndexOfAny((byte)'{', (byte)'[', (byte)'"') >= 0)
        {
            Try("a.json", bytes);
        }
    }

    private static void Try(string path, ReadOnlySpan<byte> bytes)
    {
        var read = DocumentReader.Read(path, bytes, Small);
        var length = read.Source.Content.Length;
        foreach (var problem in read.Diagnostics)
        {
            StandsWithin(problem.Location.Span, new(0, length), problem.Code);
            BrokenException.Unless(problem.Code.StartsWith("PC1", StringComparison.Ordinal), $"{problem.Code} is no code of reading");
            Visible.In(DiagnosticText.Render(problem), "a rendered problem");
        }

        var isUsable = !read.Diagnostics.Any(problem => problem.Level == DiagnosticLevel.Error);
        var nodes = 0;
        foreach (var document in read.Documents)
        {
            Walk(document, new(0, length), 0, isUsable, ref nodes);
        }

        BrokenException.Unless(!isUsable || nodes <= Small.MaxNodes, $"{nodes} values were read");
    }

    private static void Walk(Node node, TextSpan within, int depth, bool isUsable, ref int nodes)
    {
        nodes++;
        StandsWithin(node.Location.Span, within, "a value");
        BrokenException.Unless(depth <= Small.MaxDepth, "the nesting is too deep");
        switch (node)
        {
            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                {
                    Walk(item, within, depth + 1, isUsable, ref nodes);
                }

                break;
            case MappingNode mapping:
                BrokenException.Unless(!isUsable || mapping.Entries.Select(entry => entry.Key.Value).Distinct(StringComparer.Ordinal).Count() == mapping.Entries.Length, "a key occurs twice");
                foreach (var entry in mapping.Entries)
                {
                    Walk(entry.Key, within, depth + 1, isUsable, ref nodes);
                    Walk(entry.Value, within, depth + 1, isUsable, ref nodes);
                }

                break;
        }
    }

    private static void StandsWithin(TextSpan span, TextSpan outer, string what) =>
        BrokenException.Unless(outer.Start <= span.Start && span.Start <= span.End && span.End <= outer.End, $"{what} stands at {span.Start} to {span.End} in {outer.Start} to {outer.End}");
}
