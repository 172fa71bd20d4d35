using System.Text;
using PolicyCheck.Formatting;

namespace PolicyCheck.Tests.Formatting;

public sealed class Layout_of_files
{
    [Theory]
    [InlineData("a:   1\nb:\n    c: 2   \n\n\n\n    d: 3", "a: 1\nb:\n  c: 2\n\n  d: 3\n")]
    [InlineData("\n\na: 1\r\nb: 2\r\n\r\n", "a: 1\nb: 2\n")]
    [InlineData("a:\n- 1\n-   b: 2\n    c: 3\n", "a:\n  - 1\n  - b: 2\n    c: 3\n")]
    [InlineData("a:\n- - 1\n  - 2\n-\n  - 3\n", "a:\n  - - 1\n    - 2\n  - - 3\n")]
    [InlineData("a: {b : 1 ,c: [ 2,3 ]}\n", "a: {b: 1, c: [2, 3]}\n")]
    [InlineData("a: [\n  b,\n  c ]\n", "a: [b, c]\n")]
    [InlineData("a: { }\nb: [\n]\n", "a: {}\nb: []\n")]
    [InlineData("a: [b: 1]\n", "a: [{b: 1}]\n")]
    [InlineData("a:\nb: ~\nc: [null, ~]\n", "a:\nb: ~\nc: [null, ~]\n")]
    [InlineData("\"a\": 'b'\n'c d': \"e, f\"\n", "a: b\nc d: e, f\n")]
    [InlineData("a: \"1\"\nb: 'no'\nc: \"NO\"\nd: '2020-01-01'\ne: \"$x\"\n", "a: \"1\"\nb: \"no\"\nc: \"NO\"\nd: \"2020-01-01\"\ne: \"$x\"\n")]
    [InlineData("a: 'x: y'\nb: 'x #y'\nc: [\"x, y\", 'z']\nd: 'say \"x\"'\n", "a: \"x: y\"\nb: \"x #y\"\nc: [\"x, y\", z]\nd: say \"x\"\n")]
    [InlineData("a: \"\\\"x\\\": y\"\nb: \"tab\\t\"\n", "a: '\"x\": y'\nb: \"tab\\t\"\n")]
    [InlineData("a: |\n     x\n       y\n\n     z\nb: 1\n", "a: |\n  x\n    y\n\n  z\nb: 1\n")]
    [InlineData("a:\n    - b: >-\n        x\n        y\n", "a:\n  - b: >-\n      x\n      y\n")]
    [InlineData("a: |3\n      x\n     y\nb: 1\n", "a: |2\n     x\n    y\nb: 1\n")]
    [InlineData("a: |+\n    x\n\n\nb: 1\n", "a: |+\n  x\n\n\nb: 1\n")]
    [InlineData("a: x\n  y\n  z\n", "a: x y z\n")]
    [InlineData("---\na: 1\n...\n---\nb: 2\n", "a: 1\n---\nb: 2\n")]
    public void A_file_has_one_layout(string before, string after) => Assert.Equal(after, Formats.Yaml(before));

    [Theory]
    [InlineData("# head\n\na: 1 # one\n#two\n\n  # three\nb: 2\n# end", "# head\n\na: 1  # one\n#two\n\n# three\nb: 2\n# end\n")]
    [InlineData("a:   # of a\n    # of b\n    b: 1\n    # tail of a\n# of c\nc: 2\n", "a:  # of a\n  # of b\n  b: 1\n  # tail of a\n# of c\nc: 2\n")]
    [InlineData("a:\n- # of x\n  x: 1\n  # tail of x\n# of y\n- y: 2\n# end\n", "a:\n  # of x\n  - x: 1\n    # tail of x\n  # of y\n  - y: 2\n# end\n")]
    [InlineData("a: [b, # of b\n  c] # of a\n", "a:  # of a\n  - b  # of b\n  - c\n")]
    [InlineData("a: # of a\n  x\nb: # of b\nc: {}\n", "a: x  # of a\nb:  # of b\nc: {}\n")]
    [InlineData("a: >- # of a\n  x\n# end\n", "a: >-  # of a\n  x\n# end\n")]
    [InlineData("a: 1\n---\n# of b\nb: 2 # two\n# end\n", "a: 1\n---\n# of b\nb: 2  # two\n# end\n")]
    [InlineData("# only this\n", "# only this\n")]
    public void Every_comment_stays_with_what_it_is_about(string before, string after) => Assert.Equal(after, Formats.Yaml(before));

    [Fact]
    public void Known_keys_stand_in_one_order_with_their_comments() => Assert.Equal(
        "# head\nruleSet: x\ntitle: t\nrules:\n  # of r\n  - id: r\n    # of when\n    when: {b: 1, a: 2}\n    severity: low\n    odd: 1\n",
        Formats.Yaml("# head\ntitle: t\nruleSet: x\nrules:\n  # of r\n  - severity: low\n    odd: 1\n    # of when\n    when: {b: 1, a: 2}\n    id: r\n"));

    [Fact]
    public void A_list_too_long_for_a_line_takes_as_many_as_it_needs()
    {
        var items = Enumerable.Range(100, 60).Select(number => $"item{number}").ToList();
        var text = Formats.Yaml($"a: [{string.Join(", ", items)}]\n");
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 130));
        Assert.StartsWith("a: [\n  item100, item101, ", text, StringComparison.Ordinal);
        Assert.Equal(text, Formats.Yaml(text));
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x\n")]
    [InlineData("%YAML 1.2\n---\na:    1\n")]
    public void What_it_does_not_arrange_is_left_as_it_is_and_said(string text)
    {
        var formatted = Formatter.Format("a.yaml", Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, formatted.Text);
        Assert.Equal(FormattingCodes.LeftAlone, Assert.Single(formatted.Diagnostics).Code);
    }

    [Fact]
    public void A_file_that_is_not_YAML_has_no_layout()
    {
        var formatted = Formatter.Format("a.yaml", "a: [1\nb: 2\n"u8);
        Assert.Null(formatted.Text);
        Assert.NotEmpty(formatted.Diagnostics);
    }
}
