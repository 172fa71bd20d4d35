using System.Globalization;
using System.Text;

namespace PolicyCheck.Cli.Output;

/// <summary>A manual page being written, in the macros of man(7) and in ASCII, as every formatter reads it.</summary>
internal sealed class Roff
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes a macro, its words quoted.</summary>
    /// <param name="macro">The macro's name.</param>
    /// <param name="words">What it is given.</param>
    public Roff Macro(string macro, params IEnumerable<string> words)
    {
        _text.Append('.').Append(macro).AppendJoin("", words.Select(word => $" \"{Escaped(word)}\"")).Append('\n');
        return this;
    }

    /// <summary>Writes a line of text.</summary>
    /// <param name="line">The line.</param>
    public Roff Line(string line)
    {
        // A full stop or an apostrophe at the beginning would be taken for a macro.
        _text.Append(line is ['.' or '\'', ..] ? "\\&" : "").Append(Escaped(line)).Append('\n');
        return this;
    }

    /// <summary>Writes paragraphs, among which lines that are set in are kept as they are, as examples.</summary>
    /// <param name="text">The text.</param>
    public Roff Text(string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            Macro("PP");
            var kept = false;
            foreach (var line in paragraph.Split('\n'))
            {
                var isKept = line.StartsWith("  ", StringComparison.Ordinal);
                if (isKept != kept)
                {
                    _text.Append(isKept ? ".RS 4\n.EX\n" : ".EE\n.RE\n");
                    kept = isKept;
                }

                Line(line.Trim());
            }

            _text.Append(kept ? ".EE\n.RE\n" : "");
        }

        return this;
    }

    public override string ToString() => _text.ToString();

    private static string Escaped(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
    {
        '\\' => "\\e",
        '-' => "\\-",
        '"' => "\\(dq",
        '\'' => "\\(aq",
        '`' => "\\(ga",
        '^' => "\\(ha",
        '~' => "\\(ti",
        > 0x7e => string.Create(CultureInfo.InvariantCulture, $"\\[u{rune.Value:X4}]"),
        _ => rune.ToString(),
    }));
}
