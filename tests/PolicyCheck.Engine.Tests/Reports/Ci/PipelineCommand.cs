namespace PolicyCheck.Tests.Reports.Ci;

/// <summary>A command that a pipeline reads from what a program writes, taken apart as GitHub's runner and Azure's agent do.</summary>
/// <param name="Name">The command.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="Data">What follows them.</param>
internal sealed record PipelineCommand(string Name, Dictionary<string, string> Properties, string Data)
{
    /// <summary>GitHub's: two colons, the name, a space, properties with commas between, two colons, data.</summary>
    public static PipelineCommand? OfGitHub(string line)
    {
        var text = line.TrimStart();
        if (!text.StartsWith("::", StringComparison.Ordinal))
        {
            // The older form is looked for in the whole line.
            Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
            return null;
        }

        var end = text.IndexOf("::", 2, StringComparison.Ordinal);
        Assert.True(end > 0, line);
        var head = text[2..end].Split(' ', 2);
        var properties = head[1].Split(',').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Decoded(pair[1], ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")));
        return new(head[0], properties, Decoded(text[(end + 2)..], ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")));
    }

    /// <summary>Azure's: wherever <c>##vso[</c> stands, the name, a space, properties with semicolons between, a bracket, data.</summary>
    public static PipelineCommand? OfAzure(string line)
    {
        var start = line.IndexOf("##vso[", StringComparison.Ordinal);
        if (start < 0)
        {
            Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
            return null;
        }

        Assert.Equal(0, start);
        var end = line.IndexOf(']', StringComparison.Ordinal);
        var head = line["##vso[".Length..end].Split(' ', 2);
        var properties = head[1].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Azure(pair[1]));
        return new(head[0], properties, Azure(line[(end + 1)..]));
    }

    private static string Azure(string text) => Decoded(text, ("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%"));

    private static string Decoded(string text, params (string Code, string Means)[] codes) =>
        codes.Aggregate(text, (sum, code) => sum.Replace(code.Code, code.Means, StringComparison.Ordinal));
}
