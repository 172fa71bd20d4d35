using PolicyCheck.Schemas;
using PolicyCheck.Tests.Schemas;

namespace PolicyCheck.Tests.Waivers;

public sealed class Waivers_in_an_editor
{
    private static string File(params string[] lines) =>
        $"waivers:\n{Waived.Waiver(lines: ["rule: us-omb-m-25-21/monitoring", "uses: [entry]", "conditions: {system.function: identification}", "renews: before", "document: letter.pdf", .. lines])}";

    [Fact]
    public void What_the_reader_takes_an_editor_takes() => Assert.Empty(Editor.Problems(SchemaKind.Waivers, File()));

    [Theory]
    [InlineData("from: 2015/10/21")]
    [InlineData("to: 06-30")]
    [InlineData("rule: monitoring")]
    [InlineData("rule: us-omb-m-25-21/*")]
    [InlineData("deployment: City Hall")]
    [InlineData("digest: 0123")]
    [InlineData("uses: entry")]
    [InlineData("conditions: {system.functoin: identification}")]
    [InlineData("reason:")]
    [InlineData("until: 2021-06-30")]
    public void What_the_reader_refuses_an_editor_marks(string line) => Assert.NotEmpty(Editor.Problems(SchemaKind.Waivers, File(line)));
}
