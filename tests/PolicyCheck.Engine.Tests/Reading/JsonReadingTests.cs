namespace PolicyCheck.Tests;

public sealed class JsonReadingTests
{
    [Theory]
    [InlineData("{\"a\": [1.10, -0, 1e3, true, null, \"x\"]}", "{a=[1.10;-0;1e3;true;null;'x';];}")]
    [InlineData("{\"a\": \"\\u00e9\\n\\t\\\"\\\\\\/\\ud83d\\ude00\"}", "{a='é\n\t\"\\/😀';}")]
    [InlineData("{\"<<\": {}, \"\": []}", "{<<={};=[];}")]
    [InlineData(" \"x\" ", "'x'")]
    [InlineData("123456789012345678901234567890.10", "123456789012345678901234567890.10")]
    public void A_value_is_read_and_a_number_keeps_its_text(string text, string expected) =>
        Assert.Equal(expected, Reads.Outline(Reads.One(Reads.Json(text))));

    [Theory]
    [InlineData("{\"é😀\": [\"ü\", 1]}\r\n", "<\"é😀\"><\"ü\"><1><[\"ü\", 1]><{\"é😀\": [\"ü\", 1]}>")]
    [InlineData("{\"a\\u0062\" : {\"c\":null} }", "<\"a\\u0062\"><\"c\"><null><{\"c\":null}><{\"a\\u0062\" : {\"c\":null} }>")]
    public void Every_value_knows_where_it_was_written(string text, string places) =>
        Assert.Equal(places, Reads.Places(Reads.One(Reads.Json(text)), text));

    [Theory]
    [InlineData("{\"é\": 1, \"é\": 2}", "PC107 1:10 the key `é` is already in line 1")]
    [InlineData("{\"a\": 1, \"\\u0061\": 2}", "PC107 1:10 the key `a` is already in line 1")]
    [InlineData("{\"a\" 1}", "PC122 1:2 no colon follows the key `\"a\"`")]
    [InlineData("{\"a\": \"x\ny\"}", "PC123 1:7 the quotation mark `\"` is not closed on its line")]
    [InlineData("{\"a\": [1", "PC124 1:7 the bracket `[` is never closed")]
    [InlineData("{\"a\": 1}}", "PC124 1:9 the bracket `}` closes nothing")]
    [InlineData("{\"a\": [1}", "PC124 1:9 the bracket `}` doesn't close `[`")]
    [InlineData("{\"é\": \"C:\\dir\"}", "PC129 1:10 `\\d` starts no complete escape, which a backslash in double quotes must")]
    [InlineData("{\"a\": \"\\ud83d\"}", "PC129 1:7 an escape `\\u` in this text is one half of a surrogate pair without the other")]
    [InlineData("{\"a\": 1 \"b\": 2}", "PC131 1:9 a comma is missing before `\"b\"`")]
    [InlineData("[1,,2]", "PC131 1:4 there is no value beside this comma")]
    [InlineData("[,]", "PC131 1:2 there is no value beside this comma")]
    [InlineData("", "PC140 1:1 the file is empty")]
    [InlineData("{'a': 1}", "PC140 1:2 JSON doesn't know single quotes")]
    [InlineData("{a: 1}", "PC140 1:2 the key `a` is not in double quotes")]
    [InlineData("{\"a\": True}", "PC140 1:7 `True` is neither text in double quotes nor a number, `true`, `false` or `null`")]
    [InlineData("{\"a\": 01}", "PC140 1:7 `01` is not a number as JSON writes it")]
    [InlineData("{\"a\":}", "PC140 1:6 a value is missing before this bracket")]
    [InlineData("{\"a\": \"x\ty\"}", "PC140 1:9 a tab stands within double quotes")]
    [InlineData("# a\n{}", "PC141 1:1 JSON has no comments")]
    [InlineData("{\"a\": 1 /* , */ }", "PC141 1:9 JSON has no comments")]
    [InlineData("{\"a\": 1, }", "PC142 1:8 JSON allows no comma before `}`")]
    [InlineData("[[1,],]", "PC142 1:4 JSON allows no comma before `]`\nPC142 1:6 JSON allows no comma before `]`")]
    [InlineData("{} {}", "PC143 1:4 a second document starts here, and a JSON file holds one")]
    public void A_common_mistake_is_told_in_plain_words_where_it_stands(string text, string told) =>
        Assert.Equal(told, Reads.Said(Reads.Json(text)));

    [Fact]
    public void All_comments_and_commas_are_told_and_the_rest_is_read()
    {
        var result = Reads.Json("// x\n{\"a\": [1, /* y */ ], \"a\": 2, // z\n}");

        Assert.Equal(["PC141", "PC142", "PC141", "PC107", "PC142", "PC141"], result.Diagnostics.Select(told => told.Code));
        Assert.Equal("{a=[1;];}", Reads.Outline(Assert.Single(result.Documents)));
    }

    [Fact]
    public void The_same_JSON_reads_the_same_as_YAML()
    {
        const string text = "{\"a\": [1.10, true, null, \"é\\n\"], \"b\": {\"c\": {}}}";

        Assert.Equal(Reads.Outline(Reads.One(Reads.Json(text))), Reads.Outline(Reads.One(Reads.Yaml(text))));
    }
}
