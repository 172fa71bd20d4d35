using PolicyCheck.Importing;
using PolicyCheck.Scaffolding;

namespace PolicyCheck.Tests.Importing;

public sealed class Rows_become_manifests
{
    private const string Flag = "columns: [{column: Answer, fact: police, values: {\"Yes\": true, \"No*\": false, In-progress: unstated}}]\n";

    private const string Roles = "columns: [{column: Answer, fact: roles, separator: \",\", values: {Works: employer, \"Rents, or wants to\": landlord, Other: unstated, None: []}}]\n";

    [Theory]
    [InlineData("Yes", "true")]
    [InlineData("  yES ", "true")]
    [InlineData("No – it can't be said", "false")]
    [InlineData("In-progress", null)]
    [InlineData("", null)]
    [InlineData("Yes, partly", null)]
    public void Only_a_plain_yes_is_a_yes(string answer, string? value) => Assert.Equal(value, Imports.Stated($"Agency,Name,Answer\nX,Y,\"{answer}\"\n", Flag, "police"));

    [Fact]
    public void A_text_that_the_mapping_does_not_know_is_told_once_with_its_count() => Assert.Equal(
        ["t.csv:2 PC904 `Maybe` under `Answer` says nothing that the mapping knows of police, here and in 1 more: give it a value under `values`, or `unstated`; the fact is left unstated"],
        Imports.Texts(Imports.Of("Agency,Name,Answer\nX,Y,Maybe\nX,Z,Maybe\n", Flag).Diagnostics));

    [Theory]
    [InlineData("Works,\"Rents, or wants to\"", null)]
    [InlineData("Works", "employer")]
    [InlineData("Rents, or wants to, Works", "landlord, employer")]
    [InlineData("Works,Works,", "employer")]
    [InlineData("Works,Other", null)]
    [InlineData("Works,Sleeps", null)]
    [InlineData("None", "")]
    [InlineData(",", null)]
    public void Of_several_answers_in_a_cell_all_are_known_or_none_counts(string answers, string? value)
    {
        var cell = answers.Replace("\"", "", StringComparison.Ordinal);
        value = answers.Contains('"', StringComparison.Ordinal) ? "employer, landlord" : value;
        Assert.Equal(Words(value), Words(Imports.Stated($"Agency,Name,Answer\nX,Y,\"{cell}\"\n", Roles, "roles")));
    }

    [Theory]
    [InlineData("a,b", "employer, landlord")]
    [InlineData("a,", null)]
    [InlineData(",", null)]
    public void A_set_that_several_columns_state_is_known_when_each_of_them_is(string answers, string? value) => Assert.Equal(
        Words(value),
        Words(Imports.Stated($"Agency,Name,One,Two\nX,Y,{answers}\n", "columns: [{column: One, fact: roles, values: {a: employer}}, {column: Two, fact: roles, values: {b: landlord}}]", "roles")));

    [Theory]
    [InlineData("Yes,", "true", 0)]
    [InlineData("Yes,Yes", "true", 0)]
    [InlineData("Yes,No", null, 1)]
    public void Columns_that_state_one_fact_must_agree(string answers, string? value, int told)
    {
        const string columns = "columns: [{column: One, fact: police, values: {\"Yes\": true}}, {column: Two, fact: police, values: {\"Yes\": true, \"No\": false}}]";
        var csv = $"Agency,Name,One,Two\nX,Y,{answers}\n";
        Assert.Equal(value, Imports.Stated(csv, columns, "police"));
        Assert.Equal(told, Imports.Of(csv, columns).Diagnostics.Count(diagnostic => diagnostic.Code == ImportCodes.Disagreement));
    }

    [Theory]
    [InlineData("columns: [{column: Answer, fact: tested, dates: M/d/yyyy}]", "tested", "2/14/2021", "2021-02-14")]
    [InlineData("columns: [{column: Answer, fact: tested, dates: M/d/yyyy}]", "tested", "14/2/2021", null)]
    [InlineData("columns: [{column: Answer, fact: tested, values: {N/A*: unstated}}]", "tested", "2021-02-14", "2021-02-14")]
    [InlineData("columns: [{column: Answer, fact: tested, values: {N/A*: unstated}}]", "tested", "N/A - never", null)]
    [InlineData("columns: [{column: Answer, fact: cameras}]", "cameras", "12", "12")]
    [InlineData("columns: [{column: Answer, fact: cameras}]", "cameras", "a dozen", null)]
    [InlineData("columns: [{column: Answer, fact: retention}]", "retention", "30 days", "30 days")]
    [InlineData("columns: [{column: Answer, fact: vendor}]", "vendor", "A: \"B\" #c", "\"A: \\\"B\\\" #c\"")]
    [InlineData("columns: [{column: Answer, fact: vendor, values: {\"*\": Somebody}}]", "vendor", "whoever", "Somebody")]
    public void Other_values_are_read_as_a_manifest_would_write_them(string columns, string fact, string cell, string? value) =>
        Assert.Equal(value, Imports.Stated($"Agency,Name,Answer\nX,Y,\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n", columns, fact));

    [Fact]
    public void A_row_without_a_reading_is_imported_and_counts_as_unread()
    {
        var result = Imports.Of("Agency,Name,Answer\nX,Y,Yes\n", Flag);
        Assert.Equal((false, RowKind.Unclear, "x-y"), (result.Unread.Single().IsRead, result.Rows[0].Kind, result.Rows[0].ManifestId));
        Assert.Contains("Nobody has read the row", result.Rows[0].Manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_about_something_else_has_no_manifest_and_is_named_with_why()
    {
        var result = Imports.Of("Agency,Name,Answer\nX,Y,Yes\nX,Z,Yes\n", Flag + "readings: [{row: x / y, is: other, why: it counts cars}, {row: X / Z, is: unclear, why: it doesn't say}]");
        Assert.Equal(("X / Y", "it counts cars", ""), (result.Others.Single().Name, result.Others.Single().Why, result.Others.Single().Manifest));
        Assert.Equal("X / Z", result.Unclear.Single().Name);
        Assert.Empty(result.Unread);
    }

    [Fact]
    public void What_a_reader_says_goes_before_what_a_column_says_and_keeps_its_basis()
    {
        const string reading = "facts: {vendor: V}\nreadings: [{row: X / Y, is: face-recognition, why: it says so, facts: {police: {value: false, basis: documented, source: \"a: b.pdf\", on: 2024-12-01}, use.live: true}}]";
        var manifest = Imports.Manifest(Imports.Of("Agency,Name,Answer\nX,Y,Yes\n", Flag + reading).Rows[0].Manifest);
        var police = manifest.Facts.Single(fact => fact.Fact.Path == "police");
        Assert.Equal(("false", "a: b.pdf", new DateOnly(2024, 12, 1)), (YamlText.Of(police.Value, police.Fact), police.Source, police.On));
        Assert.Equal(2, manifest.Facts.Length);
        Assert.Single(manifest.Uses[0].Facts);
    }

    [Fact]
    public void Rows_of_one_name_are_told_and_no_reading_counts_for_them()
    {
        var result = Imports.Of("Agency,Name,Answer\nX,Y,Yes\nX,y,No\nX,y 2,No\n", Flag + "readings: [{row: X / Y, is: other, why: it counts cars}]");
        Assert.Equal(["x-y", "x-y-2", "x-y-2-2"], result.Imported.Select(row => row.ManifestId));
        Assert.StartsWith("t.csv:3 PC908 2 rows are named `X / Y`, the first in line 2", Assert.Single(Imports.Texts(result.Diagnostics)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_of_no_row_is_told_with_the_name_it_is_near() => Assert.Equal(
        "m.mapping.yaml:5 PC906 no row is named `X / Yy`: did you mean `X / Y`?",
        Assert.Single(Imports.Texts(Imports.Of("Agency,Name,Answer\nX,Y,Yes\n", Flag + "readings: [{row: X / Yy, is: other, why: it counts cars}]").Diagnostics)));

    [Fact]
    public void A_missing_column_is_an_error_and_names_the_one_it_is_near()
    {
        var result = Imports.Of("Agency,Name,Answers\nX,Y,Yes\n", Flag);
        Assert.True(result.HasErrors);
        Assert.Empty(result.Rows);
        Assert.Equal(
            ["m.mapping.yaml:4 PC902 the table has no column `Answer`: did you mean `Answers`?", "t.csv:1 PC903 nothing is made of the column `Answers`: did you mean `Answer`?"],
            Imports.Texts(result.Diagnostics));
    }

    [Fact]
    public void A_column_that_is_neither_mapped_nor_left_out_is_told_and_an_empty_one_is_not() => Assert.Equal(
        ["t.csv:1 PC903 nothing is made of the column `Cost in dollars`: map it under `columns`, or say under `leftOut` why not", "t.csv:1 PC903 nothing is made of column 5, which has no header: give it a header, and map it or leave it out"],
        Imports.Texts(Imports.Of("Agency,Name,Answer,Cost in\n dollars,,Budget,\nX,Y,Yes,3,4,5,\n".Replace("Cost in\n dollars", "\"Cost in\n dollars\"", StringComparison.Ordinal), Flag + "leftOut: [{column: Budget, why: money}]").Diagnostics));

    [Fact]
    public void A_column_that_is_there_twice_is_an_error() => Assert.Equal(
        ["m.mapping.yaml:4 PC901 the table has 2 columns `Answer`: give each column a header of its own"],
        Imports.Texts(Imports.Of("Agency,Name,Answer,answer\nX,Y,Yes,No\n", Flag).Diagnostics));

    [Theory]
    [InlineData("- item: [x] {y} #z")]
    [InlineData("\"quoted\" and \\ back")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("yes")]
    [InlineData("*")]
    [InlineData("😀 ünï \u2028 \u0085 \u00a0x")]
    [InlineData("\u0007 bell \u007f \u0080 \ufeff")]
    [InlineData("right \u202e left \u200b")]
    public void Any_text_becomes_a_valid_manifest(string text)
    {
        var row = Imports.Of($"Agency,Name,Answer\nX,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\n", Flag).Rows.Single();
        Assert.Equal(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Imports.Manifest(row.Manifest).Title);
    }

    [Fact]
    public void A_name_without_letters_or_of_great_length_still_names_a_manifest()
    {
        var ids = Imports.Of($"Agency,Name,Answer\n…,„,\n…,„,\n{new string('x', 300)},y,\n", Flag).Rows.Select(row => row.ManifestId);
        Assert.Equal(["row", "row-2", new string('x', 100)], ids);
    }

    private static IEnumerable<string>? Words(string? text) => text?.Split([',', ' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "and").Order(StringComparer.Ordinal);
}
