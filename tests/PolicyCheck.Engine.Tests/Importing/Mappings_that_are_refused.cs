using PolicyCheck.Importing;
using PolicyCheck.Loading;
using PolicyCheck.Tests.Schemas;

namespace PolicyCheck.Tests.Importing;

public sealed class Mappings_that_are_refused
{
    private const string Columns = "columns: [{column: A, fact: police, values: {x: true}}]\n";

    public static TheoryData<string> Shipped => [.. BuiltInRules.Mappings.Select(file => file.Stem)];

    [Theory]
    [InlineData("columns: [{column: A, fact: polices}]", "m.mapping.yaml:4 PC205 `polices` is not a fact: did you mean `police`?")]
    [InlineData("columns: [{column: A, fact: police}]", "m.mapping.yaml:4 PC907 no cell states police by itself: say under `values` what each text stands for")]
    [InlineData("columns: [{column: A, fact: police, dates: M/d/yyyy, values: {x: true}}]", "m.mapping.yaml:4 PC907 only a date has `dates`: remove it")]
    [InlineData("columns: [{column: A, fact: police, separator: \",\", values: {x: true}}]", "m.mapping.yaml:4 PC907 only a fact with several values has a `separator`: remove it")]
    [InlineData("columns: [{column: A, fact: roles, separator: \"\", values: {x: employer}}]", "m.mapping.yaml:4 PC907 nothing separates nothing: write what stands between the answers, such as `separator: \",\"`")]
    [InlineData("columns: [{column: A, fact: sector, values: {x: retial}}]", "m.mapping.yaml:4 PC203 `retial` is not a value of sector: did you mean `retail`?")]
    [InlineData(Columns + "facts: {police: true}", "m.mapping.yaml:4 PC907 the column `A` states a fact that `facts` states for every row: keep one of both")]
    [InlineData(Columns + "leftOut: [{column: [B, a], why: money}]", "m.mapping.yaml:5 PC907 the column `a` is both mapped and left out: keep one of both")]
    [InlineData(Columns + "readings: [{row: X, is: other, why: y}, {row: x, is: other, why: y}]", "m.mapping.yaml:5 PC907 there is another reading of `x`: keep one of both")]
    public void A_mistake_is_told_with_its_line_and_cure(string text, string told)
    {
        var (mapping, problems) = Imports.Mapping(Imports.Head + text);
        Assert.Null(mapping);
        Assert.Equal(Anonymous(told), Anonymous(Assert.Single(problems)));
    }

    [Theory]
    [InlineData("mapping: mine\n")]
    [InlineData("mapping: mine\ntitle: Mine\nrows: {name: [], title: Name}\n" + Columns)]
    [InlineData("mapping: mine\ntitle: Mine\nrows: {name: [[a]], title: Name}\n" + Columns)]
    [InlineData(Imports.Head + Columns + "readings: [{row: X, is: faces, why: y}]")]
    [InlineData(Imports.Head + Columns + "readings: [{row: X, is: other}]")]
    [InlineData(Imports.Head + Columns + "colums: []")]
    [InlineData(Imports.Head + Columns + "---\n" + Imports.Head + Columns)]
    [InlineData("- 1")]
    [InlineData("")]
    public void What_is_no_mapping_is_refused(string text)
    {
        var (mapping, problems) = Imports.Mapping(text);
        Assert.Null(mapping);
        Assert.NotEmpty(problems);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_mappings_that_come_with_the_engine_are_valid(string name)
    {
        var file = BuiltInRules.Mappings.Single(file => file.Stem == name);
        var (mapping, diagnostics) = ImportMappingReader.Read(file.Path, file.Content, ShippedFiles.Vocabulary);
        Assert.Empty(diagnostics);
        Assert.Equal(name, mapping?.Id);
    }

    // The codes of other folders are theirs to choose.
    private static string Anonymous(string told) => System.Text.RegularExpressions.Regex.Replace(told, "PC[1-8][0-9]+", "PC");
}
