using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Tests;

public sealed class YamlReadingTests
{
    [Theory]
    [InlineData("country: no", "{country=no;}")]
    [InlineData("version: 1.10", "{version=1.10;}")]
    [InlineData("on: 2026-08-02", "{on=2026-08-02;}")]
    [InlineData("a: 0o17\nb: 12:30\nc: .inf", "{a=0o17;b=12:30;c=.inf;}")]
    [InlineData("a: yes\nb: True\nc: 1e3", "{a=yes;b=True;c=1e3;}")]
    public void A_plain_value_stays_the_text_that_was_written(string text, string expected) =>
        Assert.Equal(expected, Reads.Outline(Reads.One(Reads.Yaml(text))));

    [Theory]
    [InlineData("a:\n- b\n- c: d\n  e: f\n", "{a=[b;{c=d;e=f;};];}")]
    [InlineData("a: [b, {c: d}, 'e', \"f\"]", "{a=[b;{c=d;};'e';'f';];}")]
    [InlineData("a: |\n  b\n  c\n", "{a='b\nc\n';}")]
    [InlineData("a: >-\n  b\n  c\n", "{a='b c';}")]
    [InlineData("a: &x [1, 2]\nb: *x", "{a=[1;2;];b=[1;2;];}")]
    [InlineData("a: &x\n  y: 1\nb: *x", "{a={y=1;};b={y=1;};}")]
    [InlineData("? a\n: b", "{a=b;}")]
    [InlineData("\"a b\": 'it''s'", "{a b='it's';}")]
    [InlineData("[a: b, c]", "[{a=b;};c;]")]
    [InlineData("a: \"\\ud83d\\ude00\\x41\"", "{a='😀A';}")]
    [InlineData("a:\tb\nc: [\n\t\n  d,\te]\n", "{a=b;c=[d;e;];}")]
    [InlineData("a: b # no\n# no\n", "{a=b;}")]
    public void Every_way_of_writing_a_value_is_read(string text, string expected) =>
        Assert.Equal(expected, Reads.Outline(Reads.One(Reads.Yaml(text))));

    [Fact]
    public void A_value_written_as_nothing_is_null_and_one_in_quotes_is_not()
    {
        var mapping = (MappingNode)Reads.One(Reads.Yaml("a:\nb: ~\nc: null\nd: ''\ne: 'null'"));

        Assert.Equal([true, true, true, false, false], mapping.Entries.Select(entry => ((ScalarNode)entry.Value).IsNull));
    }

    [Fact]
    public void A_key_is_found_by_its_text()
    {
        var mapping = (MappingNode)Reads.One(Reads.Yaml("a: 1\nb: 2"));

        Assert.Equal("2", Assert.IsType<ScalarNode>(mapping["b"]).Value);
        Assert.Null(mapping["c"]);
    }

    [Fact]
    public void Several_documents_are_read_in_order()
    {
        var result = Reads.Yaml("---\na: 1\n---\nb: 2\n...\nc: 3\n");

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["{a=1;}", "{b=2;}", "{c=3;}"], result.Documents.Select(Reads.Outline));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("\r\n  \r\n")]
    public void A_file_without_content_has_no_documents_and_no_problems(string text)
    {
        var result = Reads.Yaml(text);

        Assert.Empty(result.Documents);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void What_was_read_before_a_syntax_error_stays()
    {
        var result = Reads.Yaml("a: 1\n---\nb: 1\nb: 2\nc: @d\n---\ne: 1\n");

        Assert.Equal(["{a=1;}"], result.Documents.Select(Reads.Outline));
        Assert.Equal(["PC107", "PC127"], result.Diagnostics.Select(told => told.Code));
    }

    [Theory]
    [InlineData("a: b\r\nc:\r\n  - d\r\n", "<a><b><c><d><- d><a: b\r\nc:\r\n  - d>")]
    [InlineData("é: [\"ü\", x]\n", "<é><\"ü\"><x><[\"ü\", x]><é: [\"ü\", x]>")]
    [InlineData("a: {b: c}  \n\n# d\n", "<a><b><c><{b: c}><a: {b: c}>")]
    [InlineData("a: |\n  b\n  c\n\nd:\n", "<a><|\n  b\n  c><d><><a: |\n  b\n  c\n\nd:>")]
    [InlineData("a: &x b\n", "<a><b><a: &x b>")]
    [InlineData("a: &x\n  b: c\nd:\n- e\n", "<a><b><c><b: c><d><e><- e><a: &x\n  b: c\nd:\n- e>")]
    [InlineData("[a: b, c]\n", "<a><b><a: b><c><[a: b, c]>")]
    [InlineData("a: &x\nb: 1\n", "<a><><b><1><a: &x\nb: 1>")]
    public void Every_value_knows_where_it_was_written(string text, string places) =>
        Assert.Equal(places, Reads.Places(Reads.One(Reads.Yaml(text)), text));

    [Fact]
    public void The_path_decides_the_format_and_without_an_extension_the_text_does()
    {
        Assert.Equal("{a='b';}", Reads.Outline(Reads.One(DocumentReader.ReadDecoded(new SourceText("-", " {\"a\": \"b\"}")))));
        Assert.Equal("{a=b;}", Reads.Outline(Reads.One(DocumentReader.ReadDecoded(new SourceText("-", "{a: b}")))));
        Assert.Equal("{a='b';}", Reads.Outline(Reads.One(DocumentReader.ReadDecoded(new SourceText("x.YML", "{\"a\": \"b\", }")))));
        Assert.Equal("PC142", Assert.Single(DocumentReader.ReadDecoded(new SourceText("-", "{\"a\": \"b\", }")).Diagnostics).Code);
        Assert.Equal("PC140", Assert.Single(DocumentReader.ReadDecoded(new SourceText("x.JSON", "a: b")).Diagnostics).Code);
    }
}
