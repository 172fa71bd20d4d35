using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyCheck.Tests.Reports.Ci;

/// <summary>Holds that a report is what its format says: each is read as its readers read it.</summary>
internal static class Syntax
{
    private static readonly string[] Severities = ["info", "minor", "major", "critical", "blocker"];
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static void Holds(string format, string text)
    {
        Assert.DoesNotContain(text.EnumerateRunes(), letter => letter.Value != '\n' && !(format == "csv" && letter.Value == '\r') && IsDangerous(letter));
        switch (format)
        {
            case "json":
                Assert.Equal(JsonValueKind.Object, JsonElement.Parse(text).ValueKind);
                break;
            case "github":
                GitHub(text);
                break;
            case "gitlab":
                GitLab(text);
                break;
            case "azuredevops":
                Azure(text);
                break;
            case "junit":
                JUnitXml.Read(text);
                break;
            case "tap":
                TapPoint.ReadAll(text);
                break;
            case "csv":
                Rows(text);
                break;
            case "markdown":
                Page(text);
                break;
        }
    }

    public static List<PipelineCommand> GitHub(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var commands = lines[..^1].Where(line => !line.StartsWith("GitHub shows ten annotations of a kind; ", StringComparison.Ordinal)).Select(line => PipelineCommand.OfGitHub(line) ?? throw new InvalidOperationException(line)).ToList();
        Assert.StartsWith("policycheck: ", lines[^1], StringComparison.Ordinal);
        Assert.All(commands, command =>
        {
            Assert.Contains(command.Name, new[] { "error", "warning", "notice" });
            var isOneLine = command.Properties["line"] == command.Properties["endLine"];
            Assert.Equal(isOneLine ? ["file", "line", "endLine", "col", "endColumn", "title"] : ["file", "line", "endLine", "title"], command.Properties.Keys);
            Assert.NotEmpty(command.Data);
        });
        Assert.All(commands.CountBy(command => command.Name), kind => Assert.InRange(kind.Value, 1, 10));
        Assert.Equal(commands.Select(command => Loudness(command.Name)).Order(), commands.Select(command => Loudness(command.Name)));
        return commands;
    }

    public static List<PipelineCommand> Azure(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.StartsWith("policycheck: ", lines[^1], StringComparison.Ordinal);
        var commands = lines[..^1].Select(PipelineCommand.OfAzure).ToList();
        Assert.All(commands.OfType<PipelineCommand>(), command =>
        {
            Assert.Equal("task.logissue", command.Name);
            Assert.Equal(["type", "sourcepath", "linenumber", "columnnumber", "code"], command.Properties.Keys);
            Assert.Contains(command.Properties["type"], new[] { "error", "warning" });
        });
        Assert.All(lines[..^1].Zip(commands).Where(pair => pair.Second is null), pair => Assert.StartsWith("notice: ", pair.First, StringComparison.Ordinal));
        return [.. commands.OfType<PipelineCommand>()];
    }

    public static List<JsonElement> GitLab(string text)
    {
        var entries = JsonElement.Parse(text).EnumerateArray().ToList();
        Assert.All(entries, entry =>
        {
            Assert.Equal(["description", "check_name", "fingerprint", "severity", "location"], entry.EnumerateObject().Select(property => property.Name));
            Assert.Contains(entry.GetProperty("severity").GetString(), Severities);
            Assert.NotEmpty(entry.GetProperty("description").GetString()!);
            Assert.NotEmpty(entry.GetProperty("location").GetProperty("path").GetString()!);
            Assert.InRange(entry.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32(), 1, int.MaxValue);
        });
        Assert.Distinct(entries.Select(entry => entry.GetProperty("fingerprint").GetString()));
        return entries;
    }

    public static List<Dictionary<string, string>> Rows(string text)
    {
        Assert.Equal(text.Count(letter => letter == '\n'), text.Split("\r\n").Length - 1);
        using var reader = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { DetectColumnCountChanges = true, Mode = CsvMode.RFC4180 });
        var rows = new List<Dictionary<string, string>>();
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
        {
            rows.Add(reader.HeaderRecord!.ToDictionary(name => name, name => reader.GetField(name)!));
        }

        Assert.DoesNotContain(rows.SelectMany(row => row.Values), cell => cell.TrimStart() is ['=' or '+' or '-' or '@', ..]);
        return rows;
    }

    /// <summary>The blocks and inlines of a page by kind, for all markup is ours.</summary>
    public static List<string> Page(string text)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 1_000_000);
        var page = Markdig.Markdown.Parse(text, Markdown);
        Assert.All(page.Descendants<HtmlBlock>(), block => Assert.Matches(@"^(<details><summary>[A-Za-z0-9 :,']+</summary>|</details>)$", block.Lines.ToString().Trim()));
        Assert.All(page.Descendants<HtmlInline>(), inline => Assert.Equal("<!-- -->", inline.Tag));
        Assert.All(page.Descendants<LinkInline>(), link => Assert.StartsWith("http", link.Url, StringComparison.Ordinal));
        Assert.DoesNotContain(page.Descendants<LinkInline>(), link => link.IsImage);
        return [.. page.Descendants().Select(part => part.GetType().Name).Where(name => name is not (nameof(LiteralInline) or nameof(HtmlInline) or nameof(CodeInline) or nameof(HtmlEntityInline)))];
    }

    public static bool IsDangerous(Rune letter) => Rune.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static int Loudness(string name) => Array.IndexOf(["error", "warning", "notice"], name);
}
