using System.Text.RegularExpressions;
using PolicyCheck.Reference;

namespace PolicyCheck.Tests.Reference;

public sealed partial class Reference_of_the_built_in_rules
{
    private const string Folder = "rules/reference";

    [Fact]
    public void It_is_what_would_be_written_now()
    {
        var pages = Book.BuiltIn(ReferenceFormat.Markdown);
        Assert.All(pages, page => Golden.Verify($"{Folder}/{page.Path}", page.Text));
        var written = Directory.EnumerateFiles(Golden.PathOf(Folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Golden.PathOf(Folder), file).Replace('\\', '/'));
        Assert.Equal(pages.Select(page => page.Path).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_link_of_the_site_leads_to_a_page_and_a_place_in_it()
    {
        var pages = Book.BuiltIn(ReferenceFormat.Html).ToDictionary(page => page.Path, page => page.Text);
        var broken =
            from page in pages
            from link in Links().Matches(page.Value).Select(match => match.Groups["to"].Value)
            where !link.StartsWith("https://", StringComparison.Ordinal) && !link.StartsWith("http://", StringComparison.Ordinal)
            let parts = link.Split('#')
            let target = parts[0].Length == 0 ? page.Key : new Uri(new Uri("https://x/" + page.Key), parts[0]).AbsolutePath[1..]
            where !pages.TryGetValue(target, out var text) || (parts.Length > 1 && !text.Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal))
            select $"{page.Key}: {link}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_page_of_the_site_stands_alone_and_is_accessible() =>
        Assert.All(Book.BuiltIn(ReferenceFormat.Html), page =>
        {
            Assert.StartsWith("<!DOCTYPE html>\n", page.Text, StringComparison.Ordinal);
            Assert.Contains("<html lang=\"en\">", page.Text, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(page.Text, "<h1[ >]"));
            Assert.Contains("<a class=\"skip\" href=\"#page\">", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<th>", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("<(link|img|iframe)[ >]", page.Text);
            Assert.Equal(Ids().Matches(page.Text).Select(match => match.Value).Distinct().Count(), Ids().Count(page.Text));
            Assert.True(ReferenceBook.IsGenerated(page.Text));
        });

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex(" id=\"[^\"]*\"")]
    private static partial Regex Ids();
}
