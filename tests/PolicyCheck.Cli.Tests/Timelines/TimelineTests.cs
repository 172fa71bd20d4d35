using System.Text.Json;
using System.Xml.Linq;
using Ical.Net;

namespace PolicyCheck.Cli.Tests.Timelines;

public sealed class TimelineTests
{
    private const string Sheriff = "rules/examples/washington-county-sheriff.manifest.yaml";
    private const string Range = " --from 2020-01-01 --until 2023-01-01 --as-of 2020-06-15";
    private const string Compared = " --compare amazon-rekognition-moratorium amazon-rekognition-moratorium-extension advocates-permanent-ban";

    [Theory]
    [InlineData("timeline-sheriff.txt", "timeline " + Sheriff + Range + " --rules rules/corporate --rules rules/standards")]
    [InlineData("timeline-sheriff.json", "timeline " + Sheriff + Range + " --rules rules/corporate --rules rules/standards -o json")]
    [InlineData("timeline-sheriff.md", "timeline " + Sheriff + Range + " --rules rules/corporate --rules rules/standards -o markdown")]
    [InlineData("timeline-sheriff.ics", "timeline " + Sheriff + Range + " --rules rules/corporate --rules rules/standards -o ics")]
    [InlineData("timeline-compared.txt", "timeline " + Sheriff + Range + Compared)]
    [InlineData("timeline-compared.html", "timeline " + Sheriff + Range + Compared + " -o html")]
    public async Task What_is_drawn_is_what_was_agreed_on(string name, string commandLine)
    {
        var run = await Run.Of(commandLine.Split(' '));
        Assert.Equal(("", ExitCode.Holds), (run.Error, run.Code));
        Golden.Verify(name, run.Output);
    }

    [Theory]
    [InlineData("washington-county.svg", "timeline " + Sheriff + Range)]
    [InlineData("pause-extension-ban.svg", "timeline " + Sheriff + Range + Compared)]
    public async Task The_pictures_of_the_readme_are_drawn_by_the_program(string name, string commandLine)
    {
        var run = await Run.Of([.. commandLine.Split(' '), "-o", "svg"]);
        Assert.Equal(("", ExitCode.Holds), (run.Error, run.Code));
        Golden.Verify(Path.Combine("..", "..", "..", "rules", "examples", "timelines", name), run.Output);
        var picture = XElement.Parse(run.Output);
        Assert.Equal("img", picture.Attribute("role")?.Value);
        var named = (picture.Attribute("aria-labelledby")?.Value ?? "").Split(' ');
        Assert.All(named, id => Assert.NotEmpty(picture.Elements().Single(element => element.Attribute("id")?.Value == id).Value));
    }

    // Cases D01, D09, D10 and D11: what the texts say of each day.
    [Theory]
    [InlineData("washington-county-sheriff.manifest.yaml", "amazon-rekognition-moratorium", "2020-06-10 not-applicable non-compliant text-begins|2021-06-10 non-compliant not-applicable text-ends")]
    [InlineData("washington-county-sheriff.manifest.yaml", "amazon-rekognition-moratorium-extension", "2021-05-18 not-applicable non-compliant text-begins")]
    [InlineData("washington-county-sheriff.manifest.yaml", "advocates-permanent-ban", "2020-06-10 not-applicable non-compliant text-begins")]
    [InlineData("california-body-cameras.manifest.yaml", "us-ca-penal-832-19", "2020-01-01 not-applicable non-compliant text-begins|2023-01-01 non-compliant not-applicable text-ends")]
    [InlineData("portland-store.manifest.yaml", "us-or-portland-34-10", "2021-01-01 not-applicable non-compliant text-begins")]
    public async Task A_text_that_begins_or_lapses_changes_the_verdict_on_its_day(string manifest, string ruleSet, string expected)
    {
        var run = await Run.Of("timeline", $"rules/examples/{manifest}", "--from", "2019-01-01", "--until", "2026-01-01", "--compare", ruleSet, "-o", "json");
        var changes = run.Json.GetProperty("timelines")[0].GetProperty("changes").EnumerateArray()
            .Select(change => $"{Text(change, "day")} {Text(change, "before")} {Text(change, "after")} {string.Join(' ', change.GetProperty("causes").EnumerateArray().Select(cause => Text(cause, "kind")).Distinct())}");
        Assert.Equal(expected.Split('|'), changes);
    }

    [Fact]
    public async Task A_diary_is_a_calendar_that_others_read()
    {
        var run = await Run.Of("timeline", Sheriff, "--as-of", "2020-06-15", "--until", "2023-01-01", "-o", "ics", "--rules", "rules/corporate");
        Assert.All(run.Output.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', run.Output.Replace("\r\n", "", StringComparison.Ordinal));
        var events = Calendar.Load(run.Output)!.Events.OfType<Ical.Net.CalendarComponents.CalendarEvent>().ToList();
        Assert.Equal(["2021-05-18", "2021-06-10"], events.Select(one => one.Start!.Value.ToString("yyyy-MM-dd")));
        Assert.All(events, one => Assert.True(one!.IsAllDay));
        Assert.Equal(events.Count, events.Select(one => one.Uid).Distinct().Count());
        Assert.Contains("Amazon's one-year pause on police use of Rekognition, as announced lapses", events[1].Description!, StringComparison.Ordinal);
        Assert.Contains("Washington County Sheriff's Office, search of booking photos: stays non-compliant", events[1].Summary!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-06-01", "180d", 1)]
    [InlineData("2020-06-01", "8d", 0)]
    [InlineData("2020-06-01", "9d", 1)]
    [InlineData("2020-06-10", "1y", 0)]
    [InlineData("2020-05-10", "1m", 1)]
    [InlineData("2020-06-03", "1w", 1)]
    public async Task A_gate_closes_before_the_verdict_changes(string asOf, string within, int expected)
    {
        var run = await Run.Of("timeline", Sheriff, "--as-of", asOf, "--fail-on-flip-within", within, "--rules", "rules/corporate");
        Assert.Equal(expected, (int)run.Code);
        Assert.Equal(expected == 1, run.Error.Contains("flips on 2020-06-10, from not applicable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changes_while_a_deployment_does_not_run_closes_no_gate()
    {
        using var folder = new Folder().Write("m.manifest.yaml", Manifest("period: {until: 2020-06-01}"));
        var run = await Run.In(folder.Path, "timeline", "m.manifest.yaml", "--as-of", "2020-05-01", "--fail-on-flip-within", "1y", "--from", "2020-01-01", "--until", "2021-01-01");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Contains("→ not running", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"[^·]·+\n", run.Output);
    }

    [Theory]
    [InlineData(2, "`soon` is not a day", "--from", "soon")]
    [InlineData(2, "`180` is no length of time", "--fail-on-flip-within", "180")]
    [InlineData(2, "there are no days from 2021-01-01 until 2020-01-01", "--from", "2021-01-01", "--until", "2020-01-01")]
    [InlineData(2, "there is no rule set `amazon-rekognition-moratoriun`: did you mean `amazon-rekognition-moratorium`?", "--compare", "amazon-rekognition-moratoriun")]
    [InlineData(2, "there is no output format `pdf`", "-o", "pdf")]
    public async Task What_cannot_be_drawn_is_said_with_its_cure(int code, string message, params string[] more)
    {
        var run = await Run.Of(["timeline", Sheriff, .. more]);
        Assert.Equal(code, (int)run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_manifest_with_an_error_is_invalid_input_and_the_others_are_drawn()
    {
        using var folder = new Folder().Write("a.manifest.yaml", "manifest: a\nperiod: {from: 2021-01-01, until: 2020-01-01}\nuses: [{id: u}]\n").Write("b.manifest.yaml", Manifest(""));
        var run = await Run.In(folder.Path, "timeline", ".");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("PC604", run.Error, StringComparison.Ordinal);
        Assert.Contains("b.manifest.yaml", run.Output, StringComparison.Ordinal);
    }

    private static string Manifest(string more) => $"manifest: m\n{more}\nplaces: [US-OR]\ndeployer: {{sector: law-enforcement}}\nsystem: {{vendor: Amazon, product: Rekognition, function: identification}}\nuses:\n  - id: u\n    purpose: [criminal-investigation]\n";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
