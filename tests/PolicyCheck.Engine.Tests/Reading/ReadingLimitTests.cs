using System.Text;
using PolicyCheck.Reading;

namespace PolicyCheck.Tests;

public sealed class ReadingLimitTests
{
    [Theory]
    [InlineData("[", "PC105 1:65 lists and mappings are nested more than 64 deep")]
    [InlineData("{a: ", "PC105 1:257 lists and mappings are nested more than 64 deep")]
    [InlineData("- ", "PC105 1:129 lists and mappings are nested more than 64 deep")]
    [InlineData("? ", "PC105 1:129 lists and mappings are nested more than 64 deep")]
    public void A_hundred_thousand_nested_lists_or_mappings_are_refused(string part, string told) =>
        Assert.Equal(told, Reads.Said(Reads.Yaml(Repeated(part, 100_000))));

    [Theory]
    [InlineData("[", "PC105 1:65 lists and mappings are nested more than 64 deep")]
    [InlineData("{\"a\":", "PC105 1:321 lists and mappings are nested more than 64 deep")]
    public void A_hundred_thousand_nested_brackets_of_JSON_are_refused(string part, string told) =>
        Assert.Equal(told, Reads.Said(Reads.Json(Repeated(part, 100_000))));

    [Fact]
    public void The_deepest_nesting_allowed_is_read()
    {
        var text = new string('[', 64) + new string(']', 64);

        Reads.One(Reads.Yaml(text));
        Reads.One(Reads.Json(text));
    }

    [Fact]
    public void An_alias_counts_with_its_depth() => Assert.Equal(
        "PC105 2:9 lists and mappings are nested more than 4 deep",
        Reads.Said(Reads.Yaml("a: &x [[1]]\nb: {c: [*x]}", new(MaxDepth: 4))));

    [Fact]
    public void A_billion_laughs_are_refused()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        }

        Assert.Equal("PC106 6:15 the file holds more than 200000 values, with its aliases written out", Reads.Said(Reads.Yaml(text.ToString())));
    }

    [Fact]
    public void A_file_with_too_many_values_is_refused()
    {
        Assert.Equal("PC106 1:8 the file holds more than 3 values, with its aliases written out", Reads.Said(Reads.Yaml("[a, b, c]", new(MaxNodes: 3))));
        Assert.Equal("PC106 1:6 the file holds more than 3 values, with its aliases written out", Reads.Said(Reads.Json("[1,2,3]", new(MaxNodes: 3))));
        Reads.One(Reads.Yaml("[a, b]", new(MaxNodes: 3)));
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_refused_undecoded()
    {
        var result = DocumentReader.Read("big.yaml", new byte[50 * 1024 * 1024]);

        Assert.Equal("PC101 1:1 the file is larger than the limit of 16777216 bytes", Reads.Said(result));
        Assert.Empty(result.Source.Content);
    }

    [Fact]
    public void A_text_is_measured_in_bytes_of_UTF_8()
    {
        Reads.One(Reads.Yaml("éé", new(MaxBytes: 4)));
        Assert.Equal("PC101 1:1 the file is larger than the limit of 3 bytes", Reads.Said(Reads.Yaml("éé", new(MaxBytes: 3))));
    }

    [Fact]
    public void Indentation_beyond_what_the_parser_bears_is_refused()
    {
        Assert.Equal("PC125 2:1 the line is indented by more than 1000 spaces", Reads.Said(Reads.Yaml($"a: |1\n{new string(' ', 1001)}x\n")));
        Assert.Equal("{a='" + new string(' ', 999) + "xy\n';}", Reads.Outline(Reads.One(Reads.Yaml($"a: |1\n{new string(' ', 1000)}xy\n"))));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(2048)]
    [InlineData(4096)]
    public void A_directive_that_nobody_knows_ends_with_the_text(int length)
    {
        // The scanner's look-ahead buffer holds 1,024 characters; of a text that fills it YamlDotNet 18.1 doesn't find the end here.
        var result = Reads.Yaml("%X ".PadRight(length, 'x'));
        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.Documents);
    }

    [Fact]
    public void Only_the_first_thousand_problems_are_told()
    {
        var result = Reads.Yaml(Repeated("k: v\n", 5000));

        Assert.Equal(1001, result.Diagnostics.Length);
        Assert.Equal("PC113 1001:1 the file has more than 1000 problems, and the rest are not shown", Reads.Said(result.Diagnostics[^1]));
    }

    private static string Repeated(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();
}
