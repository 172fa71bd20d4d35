using System.Text;

namespace PolicyCheck.Cli.Tests;

/// <summary>Damages texts as editors, bad copies and malice do, the same way for the same number.</summary>
/// <param name="seed">The number.</param>
/// <param name="others">The texts of which pieces are mixed in.</param>
internal sealed class Damage(int seed, IReadOnlyList<string> others)
{
    private static readonly string[] Values =
    [
        "", "null", "~", "true", "no", "0", "-1", "1e28", "-1e-28", "79228162514264337593543950335", "9223372036854775807", "99999999999999999999999999999999999", "NaN", "1 in 0", "1 in 3", "300 %", "-5 %",
        "0001-01-01", "9999-12-31", "2020-02-30", "2020/06/10", "1000 years", "0 days", "1e9 hours", "999999999999 years", "30 working days", "world", "EU", "US", "US-OR/portland", "XX-YY/zz",
        "[]", "{}", "[[]]", "[{}]", "{value: true}", "{value: {value: true}}", "[null]", "{known: true}", "{known: maybe}", "{is: x}", "{atLeast: $x}", "$x", "'(a+)+$'", "{matches: '(a{1000}){1000}'}", "{matches: '('}",
        "{within: 1000 years}", "{each: {}}", "{where: {}, ratio: {atMost: 0}}", "[{trials: 9223372036854775807, errors: 1}]", "[{trials: 0, errors: 0}, {rate: 0}]", "\"\\u0000\"", "\"\\ud800\"", "&a x", "*a", "!!binary x", "|\n  x", "a: b",
    ];

    private static readonly string[] Pieces = ["\t", "\n", "\r", " ", ": ", "- ", "[", "]", "{", "}", ",", "'", "\"", "\\", "#", "---\n", "<<: ", "&a ", "*a ", "\0", "\uFEFF", "\u202E", "any: ", "not: ", "is: ", "unless:\n", "$"];

    private readonly Random _random = new(seed);

    /// <summary>A damaged copy.</summary>
    public byte[] Of(string text)
    {
        for (var times = _random.Next(1, 4); times > 0; times--)
        {
            text = _random.Next(3) == 0 ? Letters(text) : Lines(text);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && _random.Next(6) == 0)
        {
            bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
        }

        return bytes;
    }

    private string Letters(string text)
    {
        var at = _random.Next(text.Length + 1);
        var count = _random.Next(Math.Min(30, text.Length - at) + 1);
        return _random.Next(5) switch
        {
            0 => text[..at],
            1 => text.Remove(at, count),
            2 => text.Insert(at, text.Substring(at, count)),
            3 => text.Insert(at, Pieces[_random.Next(Pieces.Length)]),
            _ => text[..at] + Other()[at..],
        };

        string Other() => others[_random.Next(others.Count)].PadRight(at);
    }

    private string Lines(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = _random.Next(lines.Count);
        var other = others[_random.Next(others.Count)].Split('\n');
        switch (_random.Next(8))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[_random.Next(lines.Count)]);
                break;
            case 2:
                lines.Insert(at, other[_random.Next(other.Length)]);
                break;
            case 3:
                lines[at] = new string(' ', _random.Next(6)) + lines[at].TrimStart();
                break;
            case 4:
                lines[at] = Deeper(lines[at]);
                break;
            default:
                lines[at] = Valued(lines[at]);
                break;
        }

        return string.Join('\n', lines);
    }

    // Another value behind the key, of whatever type.
    private string Valued(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var value = Values[_random.Next(Values.Length)];
        return colon < 0 ? line : line.TrimStart().StartsWith('"') ? $"{line[..colon]}: {Quoted(value)}," : $"{line[..colon]}: {value}";
    }

    private static string Quoted(string value) => value.Length > 0 && (char.IsAsciiDigit(value[0]) || value[0] is '[' or '{' or '"' || value is "null" or "true") ? value : $"\"{value}\"";

    private string Deeper(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var depth = _random.Next(1, 80);
        var (open, close) = _random.Next(3) switch { 0 => ("[", "]"), 1 => ("{not: ", "}"), _ => ("{all: [", "]}") };
        return colon < 0 ? line : $"{line[..colon]}: {string.Concat(Enumerable.Repeat(open, depth))}{line[(colon + 2)..]}{string.Concat(Enumerable.Repeat(close, depth))}";
    }
}
