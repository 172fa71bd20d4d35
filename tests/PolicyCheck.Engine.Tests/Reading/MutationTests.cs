using System.Diagnostics;
using System.Text;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Tests;

public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Inputs = 15_000;

    private static readonly string[] Seeds =
    [
        "# c\ndeployer:\n  sector: law-enforcement # x\n  roles: [police, 'court']\nuses:\n  - id: a\n    purpose: \"search\\u00e9\\n\"\n    real: no\n  - id: b\n    on: 2026-08-02\n",
        "a: &x {b: 1, c: [2, 3]}\nd: *x\ne: |+2\n    text\n   more\n\nf: >-\n  folded\n  text\n---\n? k\n: v\n...\n--- !t\n- - - x\n",
        "%YAML 1.2\n---\n'a b': \"multi\n  line \\\n  x\"\n<<: *y\n\"k\": |\n  \u00e9\ud83d\ude00\n\tz\n[q]: {r}\n",
        "{\"a\": [1.10, -2e5, true, null, \"x\\ud83d\\ude00\\\"\"], \"b\": {\"c\": {}, \"\u00e9\": []}, \"d\": \"\u00fc\"}",
        "[{\"a\": 1, \"a\": 2}, // c\n [[[]]], /* d */ \"\\u0041\", ]\n{\"b\":\"\\\\\"}",
    ];

    private static readonly string[] Pieces =
    [
        "\t", "\n", "\r", " ", "  ", ": ", ":", "- ", "-", "[", "]", "{", "}", ",", "&a", "*a", "!t", "|", ">", "|1\n", "'", "\"", "\\", "\\u",
        "%", "@", "#", "?", "---\n", "...\n", "<<", "//", "/*", "\0", "\uFEFF", "\u2028", "\u202E",
    ];

    [Theory]
    [InlineData("a.yaml")]
    [InlineData("a.json")]
    public async Task A_damaged_file_always_ends_in_a_result(string path)
    {
        var run = Task.Run(() => ReadDamaged(path), TestContext.Current.CancellationToken);
        var (slowest, withErrors) = await run.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        output.WriteLine($"{Inputs} inputs read as {path}, {withErrors} with errors, the slowest in {slowest.TotalMilliseconds:F1} ms");
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(withErrors, Inputs / 4, Inputs);
    }

    private static (TimeSpan Slowest, int WithErrors) ReadDamaged(string path)
    {
        var random = new Random(20260802);
        var seeds = Seeds.Select(Encoding.UTF8.GetBytes).ToArray();
        var slowest = TimeSpan.Zero;
        var withErrors = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var bytes = Damaged([.. seeds[random.Next(seeds.Length)]], seeds, random);
            var start = Stopwatch.GetTimestamp();
            try
            {
                withErrors += HasErrors(DocumentReader.Read(path, bytes)) ? 1 : 0;
            }
            catch (Exception defect)
            {
                throw new InvalidOperationException($"input {Convert.ToBase64String(bytes)}", defect);
            }

            var took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
        }

        return (slowest, withErrors);
    }

    private static bool HasErrors(ReadResult result)
    {
        var length = result.Source.Content.Length;
        Assert.All(result.Diagnostics, told =>
        {
            Assert.StartsWith("PC1", told.Code, StringComparison.Ordinal);
            Assert.InRange(told.Location.Span.Start, 0, length);
            Assert.InRange(told.Location.Span.End, told.Location.Span.Start, length);
            Assert.NotEmpty(DiagnosticText.Render(told));
        });
        Assert.All(result.Documents, document => Assert.True(StandsWithin(document, length)));
        return result.Diagnostics.Any(told => told.Level == DiagnosticLevel.Error);
    }

    private static bool StandsWithin(Node node, int length) =>
        node.Location.Span is { Start: >= 0 } span && span.Start <= span.End && span.End <= length && node switch
        {
            MappingNode mapping => mapping.Entries.All(entry => StandsWithin(entry.Key, length) && StandsWithin(entry.Value, length)),
            SequenceNode sequence => sequence.Items.All(item => StandsWithin(item, length)),
            _ => true,
        };

    private static byte[] Damaged(List<byte> bytes, byte[][] seeds, Random random)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            var count = random.Next(Math.Min(20, bytes.Count - at) + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                case 3:
                    bytes.RemoveRange(at, count);
                    break;
                case 4:
                    var other = seeds[random.Next(seeds.Length)];
                    bytes.InsertRange(at, other[random.Next(other.Length)..]);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
