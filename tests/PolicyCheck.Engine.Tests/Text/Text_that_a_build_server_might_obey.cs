using PolicyCheck.Text;

namespace PolicyCheck.Tests;

public sealed class Text_that_a_build_server_might_obey
{
    [Theory]
    [InlineData("::stop-commands::x", "\u2236\u2236stop-commands::x")]
    [InlineData("fine\n  ::error::x", "fine\n  \u2236\u2236error::x")]
    [InlineData("a ##[error]x", "a \uFF03\uFF03[error]x")]
    [InlineData("a ##vso[task.complete result=Succeeded]", "a \uFF03\uFF03vso[task.complete result=Succeeded]")]
    [InlineData("a ##VSO[task.complete]", "a \uFF03\uFF03vso[task.complete]")]
    public void A_command_keeps_its_columns_and_loses_its_force(string text, string shown) => Assert.Equal(shown, CommandText.Defused(text));

    [Theory]
    [InlineData("Namespace::Member, in the middle of a line")]
    [InlineData("## A heading")]
    public void Other_text_stays(string text) => Assert.Equal(text, CommandText.Defused(text));

    [Fact]
    public void The_line_that_a_diagnostic_quotes_gives_no_command()
    {
        var source = new SourceText("a.manifest.yaml", "::stop-commands::x");
        var diagnostic = new Diagnostic("PC000", DiagnosticLevel.Error, new Location(source, new TextSpan(0, 2)), "is not allowed", "leave it out");
        Assert.DoesNotContain(DiagnosticText.Render(diagnostic).Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }
}
