using System.Text;
using PolicyCheck.Reading;

namespace PolicyCheck.Tests;

public sealed class EncodingTests
{
    [Fact]
    public void A_byte_order_mark_is_dropped_and_UTF_16_decoded()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("é: 😀\n")];

            Assert.Equal("{é=😀;}", Reads.Outline(Reads.One(DocumentReader.Read("a.yaml", bytes))));
        }
    }

    [Fact]
    public void The_first_byte_that_is_not_UTF_8_is_told_with_its_place()
    {
        var result = DocumentReader.Read("a.yaml", [.. "é: 1\nb: caf"u8, 0xE9, .. "\nc: "u8, 0xFF]);

        Assert.Equal("PC102 2:7 the byte `0xE9` is not UTF-8", Reads.Said(result));
        Assert.Equal("save the file as UTF-8; in Windows-1252 this byte is `é`", result.Diagnostics[0].Cure);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0xC3 }, "PC102 1:2 the file ends in the middle of a character")]
    [InlineData(new byte[] { 0xC0, 0xAF }, "PC102 1:1 the byte `0xC0` is not UTF-8")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "PC102 1:1 the byte `0xED` is not UTF-8")]
    [InlineData(new byte[] { 0x61, 0, 0x3A, 0 }, "PC102 1:1 the file looks like UTF-16 without a byte order mark")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0, 0x62 }, "PC102 1:2 the file ends in the middle of a character")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0 }, "PC102 1:1 the file is UTF-32, not UTF-8")]
    public void Bytes_that_are_not_text_are_refused(byte[] bytes, string told) =>
        Assert.Equal(told, Reads.Said(DocumentReader.Read("a.yaml", bytes)));

    [Theory]
    [InlineData("a: b\u0001", "PC103 1:5 the control character `U+0001` stands in the text")]
    [InlineData("a: b\n\0\0\0", "PC103 2:1 the control character `U+0000` stands in the text")]
    [InlineData("a: \u007Fb", "PC103 1:4 the control character `U+007F` stands in the text")]
    [InlineData("a: \u009Bb", "PC103 1:4 the control character `U+009B` stands in the text")]
    [InlineData("a: b\u0085c", "PC103 1:5 the unusual line break `U+0085` stands in the text")]
    [InlineData("a: b\u2028c: d", "PC103 1:5 the unusual line break `U+2028` stands in the text")]
    [InlineData("a: 1\n\uFEFFb: 2", "PC103 2:1 the invisible byte order mark `U+FEFF` stands in the text")]
    [InlineData("a: \uFFFEb", "PC103 1:4 the non-character `U+FFFE` stands in the text")]
    [InlineData("a: b\u202Ec", "PC104 1:5 the invisible character `U+202E` changes the direction of the text after it, so that it can look like something else")]
    [InlineData("a: b # \u2066c", "PC104 1:8 the invisible character `U+2066` changes the direction of the text after it, so that it can look like something else")]
    public void A_character_that_nobody_can_see_is_refused(string text, string told)
    {
        Assert.Equal(told, Reads.Said(Reads.Yaml(text)));
        Assert.Equal(told, Reads.Said(DocumentReader.Read("a.yaml", Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_a_whole_one_read()
    {
        var half = "\uD83D";

        Assert.Equal($"PC103 1:4 half of the surrogate pair `U+D83D` stands in the text", Reads.Said(Reads.Yaml($"a: {half}b")));
        Reads.One(Reads.Yaml("a: 😀b"));
    }

    [Fact]
    public void Bad_characters_do_not_hide_what_else_is_wrong() => Assert.Equal(
        ["PC103", "PC107", "PC104", "PC127"],
        Reads.Yaml("a: \u0001\na: 2\nb: \u202E\nc: @d").Diagnostics.Select(told => told.Code));

    [Fact]
    public void Line_ends_of_all_systems_count_as_one_line()
    {
        var text = "a: 1\r\nb: 2\rc: 3\nc: 4\r\n";

        Assert.Equal("PC107 4:1 the key `c` is already in line 3", Reads.Said(Reads.Yaml(text)));
    }
}
