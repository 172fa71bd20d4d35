using System.Text;
using CsCheck;
using PolicyCheck.Tests.Generation;

namespace PolicyCheck.Tests.Formatting;

/// <summary>YAML as people write it in haste: any indentation, quotes, brackets, empty lines, and numbered comments everywhere.</summary>
internal sealed class UntidyYaml(Dice dice)
{
    private static readonly string[] Scalars =
        ["1", "-0.5", "true", "no", "\"no\"", "x", "'x'", "\"x y\"", "x # y".Replace(" ", "", StringComparison.Ordinal), "'a: b'", "\"\"", "~", "2020-01-01", "\"2020-01-01\"", "\"a\\nb\"", "'it''s'", "$p", "98 %"];

    private readonly StringBuilder _text = new();
    private int _comments;

    public static Gen<string> Texts { get; } = new TextGen();

    /// <summary>The same with a few letters lost, added or changed.</summary>
    public static Gen<string> Damaged { get; } = Gen.Select(Texts, Gen.Select(Gen.Int[0, 100_000], Gen.OneOf("", " ", "\n", "#", " #", ":", ": ", "- ", "'", "\"", "|", "[", "]", "{", "}", ",", "x", "\n\n", "\t", "\r\n", "? ", "---\n", "...\n", "&a ", "!t "), Gen.Int[0, 2]).Array[1, 4])
        .Select((text, damage) => damage.Aggregate(text, (left, one) =>
        {
            var at = one.Item1 % (left.Length + 1);
            return string.Concat(left.AsSpan(0, at), one.Item2, left.AsSpan(Math.Min(left.Length, at + one.Item3)));
        }));

    public string Document()
    {
        Above(0);
        if (dice.Chance(20))
        {
            _text.Append("# kind\n");
            _text.Append(dice.Pick(["ruleSet: a\n", "manifest: a\n", "vocabulary: a\n", "tests: a\n"]));
        }

        Mapping(0, 3);
        Above(0);
        return _text.ToString();
    }

    private void Mapping(int indent, int depth)
    {
        foreach (var key in dice.Some(["id", "title", "when", "rules", "note", "\"facts\"", "uses", "'a b'"], 5).OrderBy(_ => dice.Below(100)).ToList())
        {
            Above(indent);
            _text.Append(' ', indent).Append(key).Append(':');
            Value(indent, depth);
        }
    }

    private void Sequence(int indent, int depth)
    {
        for (var left = dice.Between(1, 3); left > 0; left--)
        {
            Above(indent);
            _text.Append(' ', indent).Append('-');
            if (depth > 0 && dice.Chance(40))
            {
                _text.Append(" k: 1\n");
                Above(indent + 2);
                _text.Append(' ', indent + 2).Append("l:");
            }

            Value(indent + 1, depth);
        }
    }

    private void Value(int indent, int depth)
    {
        var wider = indent + dice.Between(1, 4);
        switch (depth > 0 ? dice.Below(8) : dice.Below(4))
        {
            case 0:
                _text.Append(' ').Append(Flow(depth, wider));
                Beside();
                break;
            case 1:
                _text.Append(dice.Pick([" |\n", " >-\n", " |-\n", " >\n", " |+\n"]));
                _text.Append(' ', wider).Append("text: here\n").Append(dice.Chance(30) ? "\n" : "").Append(' ', wider).Append(" # no comment\n");
                break;
            case 2 or 3:
                _text.Append(' ', dice.Between(1, 3)).Append(dice.Pick(Scalars));
                Beside();
                break;
            case 4 or 5:
                Beside();
                Sequence(wider, depth - 1);
                break;
            default:
                Beside();
                Mapping(wider, depth - 1);
                break;
        }
    }

    private string Flow(int depth, int indent)
    {
        var (open, close) = dice.Chance(50) ? ('[', ']') : ('{', '}');
        var text = new StringBuilder().Append(open);
        for (var i = 0; i < dice.Below(4); i++)
        {
            text.Append(i > 0 ? "," : "");
            if (dice.Chance(20))
            {
                text.Append(dice.Chance(50) ? $" # c{_comments++};" : "").Append('\n').Append(' ', indent);
            }

            text.Append(open == '{' ? $" k{i}: " : " ").Append(depth > 0 && dice.Chance(30) ? Flow(depth - 1, indent) : dice.Pick(["1", "x", "'y'", "\"no\"", "98 %", "a b"]));
        }

        return text.Append(close).ToString();
    }

    private void Beside() => _text.Append(dice.Chance(25) ? $"{dice.Pick([" ", "    "])}# c{_comments++};" : "").Append(dice.Pick(["\n", "\n", "  \n", "\r\n"]));

    private void Above(int indent)
    {
        while (dice.Chance(25))
        {
            _text.Append(dice.Chance(40) ? "\n" : $"{new string(' ', Math.Max(0, indent + dice.Between(-2, 2)))}# c{_comments++};\n");
        }
    }

    private sealed class TextGen : Gen<string>
    {
        public override string Generate(PCG pcg, Size? min, out Size size)
        {
            var text = new UntidyYaml(new Dice(pcg)).Document();
            size = new((ulong)text.Length);
            return text;
        }
    }
}
