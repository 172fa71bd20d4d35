using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace PolicyCheck.Cli.Output;

/// <summary>What changes in a file, as <c>patch</c> and <c>git apply</c> read it; line ends are part of a line.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The changes, with names of the two sides as git writes them.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="before">The text as it is.</param>
    /// <param name="after">The text as it becomes.</param>
    public static string Of(string path, string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WholeLines());
        var text = new StringBuilder($"--- a/{path}\n+++ b/{path}\n");
        for (var first = 0; first < diff.DiffBlocks.Count;)
        {
            var last = first;
            while (last + 1 < diff.DiffBlocks.Count && diff.DiffBlocks[last + 1].DeleteStartA - EndOf(diff.DiffBlocks[last]) <= 2 * Context)
            {
                last++;
            }

            Hunk([.. diff.DiffBlocks.Skip(first).Take(last - first + 1)], diff, text);
            first = last + 1;
        }

        return text.ToString();
    }

    private static void Hunk(List<DiffBlock> blocks, DiffResult diff, StringBuilder text)
    {
        var from = Math.Max(0, blocks[0].DeleteStartA - Context);
        var to = Math.Min(diff.PiecesOld.Count, EndOf(blocks[^1]) + Context);
        var shift = blocks[0].InsertStartB - blocks[0].DeleteStartA;
        var count = to - from + blocks.Sum(block => block.InsertCountB - block.DeleteCountA);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(from, to - from)} +{Range(from + shift, count)} @@\n");
        var at = from;
        foreach (var block in blocks)
        {
            Lines(' ', diff.PiecesOld, at, block.DeleteStartA - at, text);
            Lines('-', diff.PiecesOld, block.DeleteStartA, block.DeleteCountA, text);
            Lines('+', diff.PiecesNew, block.InsertStartB, block.InsertCountB, text);
            at = EndOf(block);
        }

        Lines(' ', diff.PiecesOld, at, to - at, text);
    }

    private static void Lines(char mark, IReadOnlyList<string> lines, int start, int count, StringBuilder text)
    {
        foreach (var line in lines.Skip(start).Take(count))
        {
            text.Append(mark).Append(line).Append(line.EndsWith('\n') ? "" : "\n\\ No newline at end of file\n");
        }
    }

    private static int EndOf(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    // A stretch without lines is named by the line before it.
    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private sealed class WholeLines : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            var lines = text.Split('\n').Select(line => line + "\n").ToList();
            lines[^1] = lines[^1][..^1];
            return lines[^1].Length == 0 ? lines[..^1] : lines;
        }
    }
}
