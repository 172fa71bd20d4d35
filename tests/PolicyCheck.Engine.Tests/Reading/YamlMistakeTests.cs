namespace PolicyCheck.Tests;

public sealed class YamlMistakeTests
{
    [Theory]
    [InlineData("a:\n\tb: 1", "PC121 2:1 the line is indented with a tab")]
    [InlineData("a:\n  b: 1\n\tc: 2", "PC121 3:1 the line is indented with a tab")]
    [InlineData("a:\n \t- b", "PC121 2:2 the line is indented with a tab")]
    [InlineData("\ta: 1", "PC121 1:1 the line is indented with a tab")]
    [InlineData("a:\n  b: 1\n \tc: 2", "PC121 3:2 the line is indented with a tab")]
    [InlineData("a: 1\nb:2\nc: 3", "PC122 2:2 there is no space after the colon of `b`")]
    [InlineData("b:2\nc: 3", "PC122 1:2 there is no space after the colon of `b`")]
    [InlineData("a:\n  b:2\n  c: 3", "PC122 2:4 there is no space after the colon of `b`")]
    [InlineData("{a:b}", "PC122 1:3 there is no space after the colon of `a`")]
    [InlineData("a: 1\nb\nc: 3", "PC122 2:1 `b` has no colon after it and continues nothing above")]
    [InlineData("a: \"x\nb: 1", "PC123 1:4 the quotation mark `\"` is not closed before the next line that isn't indented")]
    [InlineData("a: 'x\nb: 1", "PC123 1:4 the quotation mark `'` is never closed")]
    [InlineData("a: [1, 2", "PC124 1:4 the bracket `[` is never closed")]
    [InlineData("a: [1, 2\nb: 3", "PC124 1:4 the bracket `[` is not closed before the next line that isn't indented")]
    [InlineData("a: [1, 2]]", "PC124 1:10 the bracket `]` closes nothing")]
    [InlineData("a: {b: [1}", "PC124 1:10 the bracket `}` doesn't close `[`")]
    [InlineData("a:\n  b: 1\n c: 2", "PC125 3:2 the line `c: 2` doesn't belong to anything above it by its indentation of 1")]
    [InlineData("a:\n    - b\n  - c", "PC125 3:3 the list item `- c` doesn't belong to anything above it by its indentation of 2")]
    [InlineData("a: 1\n  b: 2", "PC125 2:3 `b` is indented under a line that already has a value")]
    [InlineData("a: - b", "PC125 1:4 a list item can't start on the line of its key")]
    [InlineData("--- a: b", "PC125 1:1 a key can't stand on the line of `---`")]
    [InlineData("a: |\n    \n  b", "PC125 3:1 a blank line above this block of text is indented further than the text")]
    [InlineData("title: Note: this", "PC126 1:12 a value without quotes can't hold a colon followed by a space")]
    [InlineData("a: \"b\" : c", "PC126 1:8 this colon follows a value that is already complete")]
    [InlineData("a: @b", "PC127 1:4 a value without quotes can't start with `@`")]
    [InlineData("a: `b`", "PC127 1:4 a value without quotes can't start with a backtick")]
    [InlineData("a: %b", "PC127 1:4 a value without quotes can't start with `%`")]
    [InlineData("a: ,b", "PC127 1:4 a value without quotes can't start with `,`")]
    [InlineData("%a", "PC127 1:1 a line can't start with `%`")]
    [InlineData("a: |b\n  c", "PC127 1:4 `|` starts a block of text, which begins on the next line, and something else follows it here")]
    [InlineData("a: * b", "PC128 1:4 `*` marks an anchor or alias here, and no proper name follows it")]
    [InlineData("a: &b &c d", "PC128 1:7 a value can't have two anchors")]
    [InlineData("a: &b *c", "PC128 1:7 an alias can't have an anchor or tag of its own")]
    [InlineData("a: \"C:\\dir\"", "PC129 1:7 `\\d` starts no complete escape, which a backslash in double quotes must")]
    [InlineData("a: \"\\ud83d\\ud83d\"", "PC129 1:5 `\\u` starts no complete escape, which a backslash in double quotes must")]
    [InlineData("a: 'it's'", "PC130 1:8 `s'` follows a value that is already complete")]
    [InlineData("a: [b] c", "PC130 1:8 `c` follows a value that is already complete")]
    [InlineData("a: \"x\"#b", "PC130 1:7 a comment stands where none can stand")]
    [InlineData("a: [1, , 2]", "PC131 1:8 there is no value before this comma")]
    [InlineData("a: [\"x\" \"y\"]", "PC131 1:9 a comma is missing before `\"`")]
    [InlineData("a: [\n\t\"x\" \"y\"]", "PC131 2:6 a comma is missing before `\"`")]
    [InlineData("a: [\n\tb,\n  c]", "PC121 2:1 the line is indented with a tab")]
    [InlineData("a: \"b\n\tc\"", "PC121 2:1 the line is indented with a tab")]
    [InlineData("-\t-", "PC121 1:2 the line is indented with a tab")]
    [InlineData("%YAML 1.2#\n---\na", "PC120 1:1 the line `%YAML 1.2#` asks for another version of YAML or stands at the wrong place")]
    [InlineData("- a\n - b", "PC132 2:2 this line continues the value above it and is not a list item of its own")]
    [InlineData("%YAML 2.0\n---\na: 1", "PC120 1:1 the line `%YAML 2.0` asks for another version of YAML or stands at the wrong place")]
    [InlineData("...\n...\n", "PC120 1:1 the text can't be read as YAML from here on")]
    public void A_common_mistake_is_told_in_plain_words_where_it_stands(string text, string told) =>
        Assert.Equal(told, Reads.Said(Reads.Yaml(text)));

    [Fact]
    public void A_key_longer_than_YAML_allows_is_told() => Assert.Equal(
        "PC120 2:1 the key is longer than 1024 characters", Reads.Said(Reads.Yaml($"a: b\n{new string('k', 2000)}: v")));

    [Fact]
    public void Typographic_quotes_are_named_in_the_cure() => Assert.Equal(
        "put the value in straight quotes `\"`; typographic ones don't count",
        Assert.Single(Reads.Yaml("title: “Note: this”").Diagnostics).Cure);

    [Fact]
    public void No_break_spaces_are_named_in_the_cure() => Assert.Contains(
        "no-break spaces", Assert.Single(Reads.Yaml("a: 1\nb:\u00A02").Diagnostics).Cure, StringComparison.Ordinal);

    [Fact]
    public void Every_message_is_one_plain_sentence_with_a_cure()
    {
        string[] texts = ["a: @b", "a: 1\na: 2", "a: !t b", "*x", "a: [1", "a: 'x", "\t- a", "? [a]\n: b", "<<: 1"];

        Assert.All(texts.SelectMany(text => Reads.Yaml(text).Diagnostics), told =>
        {
            Assert.False(char.IsUpper(told.Message[0]));
            Assert.False(told.Message.EndsWith('.') || told.Cure.EndsWith('.'));
            Assert.NotEmpty(told.Cure);
            Assert.DoesNotContain("Exception", told.Message, StringComparison.Ordinal);
        });
    }
}
