using System.Globalization;
using System.Text;

namespace PolicyCheck.Cli.Tests;

public sealed class HostileTextTests
{
    private const string Manifest = """
        manifest: shop
        title: "\u001b[31mred\u001b[0m \u202Eesrever\u202C [red]x[/] [[y]] [link=https://example.org]z[/] \u200B\u061C\uFEFF\u2028\u0085\u009B\u00AD\u2066\U000E0041\U0001D173 \a\b\t\r\n end"
        description: "\u001b]0;title\u0007"
        deployer: {name: "[bold]\u001b[2J\u202E[/]", sector: retail}
        system: {vendor: "[/]\u202E", function: [identification]}
        safeguards:
          humanReview: {value: false, basis: documented, source: "[blink]\u001b[5m\u2067.pdf"}
        uses:
          - id: entrance
            title: "[red]\u001b[31m\u202E"

        """;

    [Theory]
    [InlineData("--explain off")]
    [InlineData("--explain fails")]
    [InlineData("--explain full")]
    [InlineData("-o json")]
    public async Task Nothing_in_a_manifest_can_steer_a_terminal_or_turn_the_direction_of_writing(string options)
    {
        using var folder = Texts.ShopFolder().Write("hostile.manifest.yaml", Manifest);

        var run = await Run.In(folder.Path, ["check", "hostile.manifest.yaml", "--rules", "rules", .. options.Split(' ')]);
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Empty(run.Error);
        Assert.DoesNotContain(run.Output, IsDangerous);
        Assert.DoesNotContain(run.Output.EnumerateRunes(), letter => Rune.GetUnicodeCategory(letter) == UnicodeCategory.Format);
    }

    [Fact]
    public async Task What_looks_like_markup_is_shown_as_it_was_written()
    {
        using var folder = Texts.ShopFolder().Write("hostile.manifest.yaml", Manifest);

        var run = await Run.In(folder.Path, "check", "hostile.manifest.yaml", "--rules", "rules");
        Assert.Contains("[red]x[/] [[y]]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_keeps_a_hostile_text_unchanged()
    {
        using var folder = Texts.ShopFolder().Write("hostile.manifest.yaml", Manifest);

        var run = await Run.In(folder.Path, "check", "hostile.manifest.yaml", "--rules", "rules", "-o", "json");
        Assert.StartsWith("\u001b[31mred\u001b[0m \u202Eesrever\u202C [red]x[/]", run.Json.Items("manifests")[0].Text("title"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001b[31m.manifest.yaml")]
    [InlineData("[red]a[/b.manifest.yaml")]
    [InlineData("a\nb: error PC999.manifest.yaml")]
    [InlineData("a\u202Eb.manifest.yaml")]
    public async Task Nor_can_the_name_of_a_file(string name)
    {
        using var folder = Texts.ShopFolder().Write($"named/{name}", Texts.Searching).Write($"named/broken-{name}", Texts.Broken);

        var text = await Run.In(folder.Path, "check", "named", "--rules", "rules");
        var json = await Run.In(folder.Path, "check", "named", "--rules", "rules", "-o", "json");
        Assert.Equal(ExitCode.InvalidInput, text.Code);
        Assert.DoesNotContain(text.Output + text.Error + json.Output, IsDangerous);
        Assert.Contains($"named/{name}", json.Json.Texts("manifests", "path"));
    }

    [Theory]
    [InlineData("check", "\u001b[31mno-file\u202E")]
    [InlineData("explain", "\u001b[31mno-rule\u202E")]
    [InlineData("list", "--place", "\u001b[31mno-place\u202E")]
    [InlineData("check", "x", "-o", "\u001b[31mno-format\u202E")]
    [InlineData("check", "x", "--\u001b[31mno-flag\u202E")]
    public async Task Nor_can_what_was_typed(params string[] args)
    {
        var run = await Run.Of(args);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.DoesNotContain(run.Error, IsDangerous);
    }

    private static bool IsDangerous(char letter) =>
        letter != '\n' && (char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
