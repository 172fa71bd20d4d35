using PolicyCheck.Text;

namespace PolicyCheck.Tests;

public sealed class DiagnosticTextTests
{
    [Fact]
    public void A_diagnostic_shows_place_line_caret_and_cure() => Assert.Equal(
        "a.yaml:2:4: error PC101: `b` is wrong\na: bcd e\n   ^~~\n  cure: mend it",
        Rendered("# x\na: bcd e\n", "bcd"));

    [Fact]
    public void A_tab_takes_one_column_so_that_the_caret_lines_up() => Assert.Equal(
        " a: bcd\n    ^~~", Excerpt("\ta: bcd", "bcd"));

    [Fact]
    public void Control_characters_are_made_visible_in_line_and_message()
    {
        Assert.Equal("a: ␛[2J\uFFFDbcd\n        ^~~", Excerpt("a: \u001B[2J\u202Ebcd", "bcd"));
        Assert.StartsWith("p␊q:1:1: error PC1: ␛x\n", Render("a", 0, 1, "p\nq", "\u001Bx"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_line_is_cut_to_a_window_around_the_place()
    {
        var line = Excerpt(new string('x', 500) + "bcd" + new string('y', 500), "bcd");

        Assert.Equal("…" + new string('x', 49) + "bcd" + new string('y', 46) + "…\n" + new string(' ', 50) + "^~~", line);
    }

    [Fact]
    public void The_end_of_a_long_line_is_shown_whole() => Assert.Equal(
        "…" + new string('x', 96) + "bcd\n" + new string(' ', 97) + "^~~", Excerpt(new string('x', 500) + "bcd", "bcd"));

    [Fact]
    public void A_stretch_over_several_lines_is_marked_on_its_first() => Assert.Equal(
        "a: [1,\n   ^~~", Excerpt("a: [1,\r\n  2]", "[1,\r\n  2]"));

    [Fact]
    public void The_end_of_a_text_can_be_pointed_at() => Assert.Equal("ab\n  ^", Excerpt("ab", ""));

    [Fact]
    public void A_place_behind_the_last_line_end_shows_an_empty_line() => Assert.Equal("\n^", Excerpt("ab\n", ""));

    [Fact]
    public void A_window_never_shows_half_a_character() =>
        Assert.DoesNotContain('\uFFFD', Excerpt(string.Concat(Enumerable.Repeat("😀", 200)) + "b" + string.Concat(Enumerable.Repeat("😀", 200)), "b"));

    [Fact]
    public void Without_a_text_only_the_message_and_the_cure_are_shown() =>
        Assert.Equal("p:1:1: error PC1: m\n  cure: mend it", Render("", 0, 0, "p", "m"));

    [Theory]
    [InlineData(DiagnosticLevel.Warning, "p:1:1: warning PC1: m\n")]
    [InlineData(DiagnosticLevel.Note, "p:1:1: note PC1: m\n")]
    public void The_level_is_named(DiagnosticLevel level, string start) => Assert.StartsWith(
        start, DiagnosticText.Render(new("PC1", level, new(new("p", ""), new(0, 0)), "m", "c")), StringComparison.Ordinal);

    private static string Excerpt(string text, string marked) =>
        string.Join('\n', Rendered(text, marked).Split('\n')[1..^1]);

    private static string Rendered(string text, string marked)
    {
        var at = marked.Length == 0 ? text.Length : text.IndexOf(marked, StringComparison.Ordinal);
        return Render(text, at, at + marked.Length, "a.yaml", "`b` is wrong", "PC101");
    }

    private static string Render(string text, int start, int end, string path, string message, string code = "PC1") =>
        DiagnosticText.Render(Diagnostic.Error(code, new(new(path, text), new(start, end)), message, "mend it"));
}
