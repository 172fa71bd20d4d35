using System.Text.RegularExpressions;

namespace PolicyCheck.Tests.Reports.Ci;

/// <summary>A workflow command as GitHub's runner reads it.</summary>
internal sealed partial record Command(string Name, IReadOnlyDictionary<string, string> Properties, string Message)
{
    /// <summary>Reads the commands of a log; a line that begins like one and can't be read fails.</summary>
    public static List<Command> ReadAll(string log) => [.. log.Split('\n').Where(line => line.StartsWith("::", StringComparison.Ordinal)).Select(Read)];

    private static Command Read(string line)
    {
        var match = Form().Match(line);
        Assert.True(match.Success, line);
        var properties = match.Groups["properties"].Value.Split(',').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Unescape(pair[1], property: true));
        return new(match.Groups["name"].Value, properties, Unescape(match.Groups["message"].Value, property: false));
    }

    private static string Unescape(string text, bool property)
    {
        var plain = text.Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal);
        plain = property ? plain.Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal) : plain;
        return plain.Replace("%25", "%", StringComparison.Ordinal);
    }

    [GeneratedRegex("^::(?<name>error|warning|notice) (?<properties>(?:(?!::).)*)::(?<message>.*)$")]
    private static partial Regex Form();
}
