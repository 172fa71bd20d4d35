using System.Text.Json;

namespace PolicyCheck.Cli.Tests.Browser;

/// <summary>The HTML report in a real browser: for those who see well and those who don't, on a desk, on a telephone and on paper.</summary>
public sealed class HtmlReportTests(Chromium browser) : IClassFixture<Chromium>
{
    // Of 255. A column or a listing that is lost moves a picture by 1 or more, the panel behind the verdict by 4.
    private const double MostDifference = 0.5;

    // How wide the letters are with which the pictures were taken: with others nothing stands where it did, and they aren't compared.
    private static readonly string Fonts = Path.Combine(Here, "fonts.txt");

    private static string Here => Path.Combine(Repository.Root, "tests", "PolicyCheck.Cli.Tests", "Browser");

    public static MatrixTheoryData<string, string> Pages { get; } = new(["small", "refused", "long"], ["light", "dark", "narrow", "narrow-dark"]);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Axe_finds_nothing_to_object_to(string page, string reader)
    {
        var seen = Seen(page, reader);
        Assert.Empty(Texts(seen, "violations"));
        Assert.Contains("color-contrast", Texts(seen, "passes"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Nothing_has_to_be_scrolled_sideways(string page, string reader)
    {
        var seen = Seen(page, reader);
        var width = reader.StartsWith("narrow", StringComparison.Ordinal) ? 320 : 1280;
        Assert.Equal(width, seen.GetProperty("scrollWidth").GetInt32());
        Assert.Equal(width, seen.GetProperty("scrollWidthUnfolded").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_counts_stay_in_their_panel(string page, string reader) =>
        Assert.True(Edge(Seen(page, reader), "counts", "right") <= Edge(Seen(page, reader), "panel", "right"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Nothing_is_asked_of_any_other_place(string page, string reader) => Assert.Empty(Texts(Seen(page, reader), "asked"));

    [Theory]
    [InlineData("small")]
    [InlineData("refused")]
    [InlineData("long")]
    public void It_reads_the_same_as_HTML_and_as_XML(string page)
    {
        var seen = Seen(page, "light");
        Assert.Equal(seen.GetProperty("asXml").GetString(), seen.GetProperty("outline").GetString());
    }

    [Theory]
    [InlineData("light")]
    [InlineData("narrow")]
    public void The_verdict_is_seen_without_scrolling(string reader) =>
        Assert.InRange(Seen("small", reader).GetProperty("verdict").GetProperty("bottom").GetDouble(), 1, 400);

    [Fact]
    public void The_manifest_stands_beside_what_was_found_and_below_it_where_there_is_no_room()
    {
        var (wide, narrow) = (Seen("small", "light"), Seen("small", "narrow"));
        Assert.True(Edge(wide, "manifest", "left") >= Edge(wide, "found", "right"));
        Assert.Equal(Edge(wide, "manifest", "top"), Edge(wide, "found", "top"));
        Assert.True(Edge(narrow, "manifest", "top") >= Edge(narrow, "found", "bottom"));
    }

    [Fact]
    public void The_first_stop_of_the_keyboard_skips_to_the_verdict_and_is_seen()
    {
        var focus = Seen("small", "light").GetProperty("focus");
        Assert.Equal("#report", focus.GetProperty("href").GetString());
        Assert.NotEqual("none", focus.GetProperty("outline").GetString());
        Assert.True(focus.GetProperty("left").GetDouble() >= 0);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("refused")]
    [InlineData("long")]
    public void It_prints(string page) => Assert.InRange(Seen(page, "light").GetProperty("pages").GetInt32(), 1, 60);

    [Fact]
    public void What_a_screen_reader_is_told_is_what_was_agreed_on()
    {
        var tree = Seen("small", "light").GetProperty("tree").GetString() ?? "";
        Golden.Verify("html-report.aria.yaml", $"{tree.ReplaceLineEndings("\n")}\n");
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("narrow")]
    public void It_looks_as_was_agreed_on(string reader)
    {
        var seen = Seen("small", reader);
        var fonts = seen.GetProperty("fonts").GetString() ?? "";
        if (Environment.GetEnvironmentVariable("POLICYCHECK_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllBytes(Path.Combine(Here, $"small-{reader}.png"), browser.Picture("small", reader));
            File.WriteAllText(Fonts, fonts);
            return;
        }

        Assert.SkipWhen(File.ReadAllText(Fonts) != fonts, "the fonts aren't those of the pictures");
        Assert.InRange(seen.GetProperty("difference").GetDouble(), 0, MostDifference);
    }

    private static double Edge(JsonElement seen, string part, string edge) => seen.GetProperty(part).GetProperty(edge).GetDouble();

    private static IEnumerable<string> Texts(JsonElement seen, string name) => seen.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? "");

    private JsonElement Seen(string page, string reader)
    {
        Assert.SkipWhen(browser.Absence is not null, browser.Absence ?? "");
        return browser.Of(page, reader);
    }
}
