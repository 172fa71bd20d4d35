using System.Text;
using System.Text.RegularExpressions;
using PolicyCheck.Cli.Output;

namespace PolicyCheck.Cli.Tests;

/// <summary>A page without colours is laid out by our own code, one with colours by Spectre.Console; what they say stands at the same places.</summary>
public sealed partial class TextPageTests
{
    private static readonly string[] Words = ["a", "of", "the", "deployment", "`use.purpose`", "[escaped]", "one-to-many", "Œuvre", "…", "—", "2026-06-01", "indistinguishability", new('x', 47)];
    private static readonly string[] Styles = ["", "", "bold", "red", "dim"];

    [Theory]
    [InlineData(20)]
    [InlineData(41)]
    [InlineData(80)]
    [InlineData(120)]
    public void A_page_reads_the_same_with_colours_and_without(int width)
    {
        var random = new Random(width);
        for (var round = 0; round < 500; round++)
        {
            var label = random.Next(2) == 0 ? "" : TextPage.Styled(Words[random.Next(4)], Styles[random.Next(Styles.Length)]);
            var (indent, labelWidth) = (random.Next(5), label.Length == 0 ? 0 : 11);
            var markup = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => TextPage.Styled(Words[random.Next(Words.Length)] + (random.Next(5) == 0 ? "" : new string(' ', random.Next(1, 3))), Styles[random.Next(Styles.Length)])));
            Assert.Equal(Page(colours: true), Page(colours: false));

            string Page(bool colours)
            {
                var page = new TextPage(colours, width);
                page.Row(indent, labelWidth, label, markup);
                using var stream = new MemoryStream();
                page.WriteTo(stream);
                return string.Join('\n', Colour().Replace(Encoding.UTF8.GetString(stream.ToArray()), "").Split('\n').Select(line => line.TrimEnd()));
            }
        }
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
