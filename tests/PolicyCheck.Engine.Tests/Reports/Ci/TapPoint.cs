using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyCheck.Tests.Reports.Ci;

/// <summary>A test point of TAP 14 with its block.</summary>
/// <param name="Ok">Whether it is ok.</param>
/// <param name="Description">What it is called.</param>
/// <param name="Directive">What follows an unescaped number sign, or empty.</param>
/// <param name="Block">The texts of its block.</param>
internal sealed partial record TapPoint(bool Ok, string Description, string Directive, List<string> Block)
{
    /// <summary>Reads a whole document, and holds that each line has its place.</summary>
    public static List<TapPoint> ReadAll(string text)
    {
        var lines = text.Split('\n');
        Assert.Equal("TAP version 14", lines[0]);
        Assert.Equal("", lines[^1]);
        var plan = int.Parse(Plan().Match(lines[1]).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var points = new List<TapPoint>();
        var inBlock = false;
        foreach (var line in lines[2..^1].Where(line => !line.StartsWith("# ", StringComparison.Ordinal)))
        {
            if (line is "  ---" or "  ...")
            {
                Assert.NotEqual(inBlock, line == "  ---");
                inBlock = line == "  ---";
            }
            else if (inBlock)
            {
                var match = Entry().Match(line);
                Assert.True(match.Success, line);
                if (match.Groups["text"].Success)
                {
                    points[^1].Block.Add(JsonElement.Parse(match.Groups["text"].Value).GetString() ?? "");
                }
            }
            else
            {
                var match = Point().Match(line);
                Assert.True(match.Success, line);
                Assert.Equal(points.Count + 1, int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture));
                points.Add(new(match.Groups["ok"].Value == "ok", Unescaped(match.Groups["name"].Value), match.Groups["directive"].Value, []));
            }
        }

        Assert.False(inBlock);
        Assert.Equal(plan, points.Count);
        return points;
    }

    private static string Unescaped(string text) => Escaped().Replace(text, "$1");

    [GeneratedRegex(@"^1\.\.(\d+)( # SKIP .*)?$")]
    private static partial Regex Plan();

    [GeneratedRegex(@"^(?<ok>ok|not ok) (?<number>\d+) - (?<name>([^#\\]|\\.)*?)( # (?<directive>SKIP .*))?$")]
    private static partial Regex Point();

    [GeneratedRegex(@"^  (""[A-Z][a-z ]+""|[a-z]+): ([a-z-]+$|[0-9]+$|PC[0-9]+$)?(?<text>""([^""\\]|\\[\\""])*"")?$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}
