using System.Text;
using CsCheck;
using PolicyCheck.Fuzzing.Targets;

namespace PolicyCheck.Tests.Fuzzing;

/// <summary>Texts made of what terminals, pages, build servers and spreadsheets obey, wherever somebody may write one.</summary>
public sealed class Hostile_texts_by_chance
{
    private static readonly Gen<string> Text = Gen.OneOf(
            "\u001b[31m", "\u001b]0;x\u0007", "\u009b", "\u202E", "\u2066", "\u200B", "\uFEFF", "\u2028", "\u0085", "\uFFFE", "\U000E0041", "\U0001D173", "\ud83d\ude00", "\b", "\r\n", "\n", "\t", "\0",
            "::error file=x::", "\n::stop-commands::x\n", "##vso[task.complete]", "##[error]", "%0A", "%25", "<script>", "</td>", "<!--", "-->", "]]>", "&lt;", "&#27;", "\"", "'", "\\", "`", "|", "](javascript:x)", "![x](y)",
            "# ", "\n\n- ", "@team", "=1+1", "+1", "not ok 1 - x", "\nBail out!\n", "\n  ...\n", "\n1..9\n", "a", "b: ", ", ", "{", "}", " ")
        .Array[1, 14].Select(pieces => string.Concat(pieces));

    [Fact]
    public void Reach_nobody_who_would_obey_them() => Text.Sample(text => ReportsTarget.Try(Encoding.UTF8.GetBytes(text)), iter: 150, threads: 1);
}
