namespace PolicyCheck.Tests;

public sealed class StructureTests
{
    [Theory]
    [InlineData("a: 1\nb: 2\na: 3", "PC107 3:1 the key `a` is already in line 1")]
    [InlineData("a: 1\n'a': 3", "PC107 2:1 the key `a` is already in line 1")]
    [InlineData(": 1", "PC108 1:1 there is no key before the colon")]
    [InlineData("[a]: 1", "PC108 1:1 a list stands where a key belongs")]
    [InlineData("a: {{ x }}", "PC108 1:5 a mapping stands where a key belongs")]
    [InlineData("a: &x b\n*x : c", "PC108 2:1 the alias `*x` stands where a key belongs")]
    [InlineData("a: &x b\n*x\nc: d", "PC108 2:1 the alias `*x` stands where a key belongs")]
    [InlineData("a: !money 5", "PC109 1:4 the tag `!money` is not accepted")]
    [InlineData("a: !!str 5", "PC109 1:4 the tag `!!str` is not accepted")]
    [InlineData("a: &x !y [z]", "PC109 1:7 the tag `!y` is not accepted")]
    [InlineData("a: !x!y z", "PC109 1:4 the tag `!x!y` is not accepted")]
    [InlineData("a: !x,", "PC109 1:4 the tag `!x,` is not accepted")]
    [InlineData("a: *x", "PC110 1:4 the alias `*x` refers to an anchor that doesn't stand before it in this document")]
    [InlineData("a: &x 1\n---\nb: *x", "PC110 3:4 the alias `*x` refers to an anchor that doesn't stand before it in this document")]
    [InlineData("a: &x [1, *x]", "PC111 1:11 the alias `*x` stands within the value that it refers to")]
    [InlineData("<<: 1", "PC112 1:1 `<<` would merge another mapping into this one, which isn't done here")]
    public void A_defect_of_structure_is_told_where_it_stands(string text, string told) =>
        Assert.Equal(told, Reads.Said(Reads.Yaml(text)));

    [Fact]
    public void The_first_of_two_equal_keys_stays_and_all_further_problems_are_told()
    {
        var result = Reads.Yaml("a: 1\na: {b: 1, b: 2}\nc: !t *\n");

        Assert.Equal(["PC107", "PC107", "PC128"], result.Diagnostics.Select(told => told.Code));
        Assert.Equal("{a=1;d=;}", Reads.Outline(Assert.Single(Reads.Yaml("a: 1\na: 2\n<<: 3\nd: *e\n").Documents)));
    }

    [Fact]
    public void A_repeated_key_is_found_among_many()
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(i => $"k{i}: v\n")) + "k999: v\nk0: v\n";

        Assert.Equal(
            "PC107 1001:1 the key `k999` is already in line 1000\nPC107 1002:1 the key `k0` is already in line 1",
            Reads.Said(Reads.Yaml(text)));
    }

    [Fact]
    public void A_misspelt_alias_gets_a_suggestion() =>
        Assert.Equal("did you mean `floor`?", Assert.Single(Reads.Yaml("a: &floor 1\nb: *flor").Diagnostics).Cure);

    [Fact]
    public void The_last_anchor_of_a_name_counts() =>
        Assert.Equal("[1;2;2;]", Reads.Outline(Reads.One(Reads.Yaml("[&x 1, &x 2, *x]"))));
}
