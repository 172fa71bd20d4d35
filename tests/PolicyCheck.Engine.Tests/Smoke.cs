namespace PolicyCheck.Tests;

public sealed class Smoke
{
    [Fact]
    public void Runs() => Assert.Equal("a", Text.Spelling.Nearest("b", ["a"]));
}
