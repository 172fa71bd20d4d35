using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using PolicyCheck.Facts;
using PolicyCheck.Formatting;
using PolicyCheck.Importing;
using PolicyCheck.Testing;
using PolicyCheck.Tests.Generation;
using PolicyCheck.Tests.Schemas;

namespace PolicyCheck.Tests.Formatting;

public sealed partial class Formatting_changes_nothing_else
{
    public static TheoryData<string> Shipped => [.. ShippedFiles.All()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void What_we_ship_is_formatted(string path) => Assert.Equal(File.ReadAllText(Golden.PathOf(path)), Formats.Yaml(File.ReadAllText(Golden.PathOf(path))));

    [Fact]
    public void An_untidy_text_keeps_its_meaning_and_every_comment_and_is_tidy_at_once() => UntidyYaml.Texts.Sample(Holds, iter: 1500, threads: 1);

    [Fact]
    public void A_text_with_letters_lost_added_or_changed_is_refused_or_formatted_and_never_altered() => UntidyYaml.Damaged.Sample(
        text => Formatter.Format("a.yaml", Encoding.UTF8.GetBytes(text)) is var formatted
            && (formatted.Text is not { } tidy || Formatter.Format("a.yaml", Encoding.UTF8.GetBytes(tidy)).Text == tidy),
        iter: 1500,
        threads: 1);

    [Fact]
    public void A_generated_library_keeps_its_meaning() => GeneratedLibrary.With(2).Sample(
        library => library.RuleSets.Append(library.Vocabulary).Append(library.Manifests).All(Holds), iter: 60, threads: 1);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_file_that_was_squeezed_or_stretched_comes_back(string path)
    {
        var tidy = Formats.Yaml(File.ReadAllText(Golden.PathOf(path)));
        var stretched = string.Join('\n', tidy.Split('\n').Select(line => new string(' ', 3 * (line.Length - line.TrimStart(' ').Length)) + Dash().Replace(line, "-       ")));
        Assert.Equal(tidy, Formats.Yaml(stretched.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_of_a_facts_keys_names_each_of_them() => Assert.Equal(FactBinder.Keys.Order(StringComparer.Ordinal), KeyOrders.FactKeys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_orders_of_keys_in_tests_name_each_of_them()
    {
        Assert.Equal(TestFileBinder.Keys.Order(StringComparer.Ordinal), KeyOrders.TestKeys.Order(StringComparer.Ordinal));
        Assert.Equal(CaseBinder.Keys.Order(StringComparer.Ordinal), KeyOrders.CaseKeys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_order_of_a_mappings_keys_names_each_of_them()
    {
        Assert.Equal(ImportMappingReader.Keys.Order(StringComparer.Ordinal), KeyOrders.MappingKeys.Order(StringComparer.Ordinal));
        Assert.Equal(ColumnMappingBinder.Keys.Order(StringComparer.Ordinal), KeyOrders.ColumnKeys.Order(StringComparer.Ordinal));
    }

    private static bool Holds(string text)
    {
        var tidy = Formats.Yaml(text);
        return Formats.Meaning(tidy) == Formats.Meaning(text)
            && Formats.Yaml(tidy) == tidy
            && Comments(tidy).SequenceEqual(Comments(text))
            && !tidy.Contains('\r', StringComparison.Ordinal);
    }

    private static IEnumerable<string> Comments(string text) => Numbered().Matches(text).Select(found => found.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("(?<=^ *(- )*)- ")]
    private static partial Regex Dash();

    [GeneratedRegex("# c[0-9]+;")]
    private static partial Regex Numbered();
}
