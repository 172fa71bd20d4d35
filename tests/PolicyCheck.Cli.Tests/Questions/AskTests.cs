namespace PolicyCheck.Cli.Tests.Questions;

public sealed class AskTests
{
    private const string Rules = """
        ruleSet: shop-law
        title: Shop law
        authority: A city
        standing: ordinance
        jurisdictions: [US-OR]
        summary: Signs and searches.
        sources: [{id: act, title: The act, read: official, confidence: high}]
        inForce: [{from: 2020-01-01}]
        rules:
          - {id: sign, title: Tell people, citation: "act, section 1", requires: {safeguards.noticeBeforeCapture: true}, severity: high, remedy: Put up a sign.}
          - {id: no-search, title: Search nobody, citation: "act, section 2", prohibits: {system.function: {includes: identification}, use.realTime: true}, severity: high, remedy: Stop.}
        notCovered: [All else.]

        """;

    private const string Manifest = "manifest: shop\ntitle: A shop\nplaces: [US-OR]   # all of it\nuses:\n  - id: door\n";

    private static Folder Shop => new Folder().Write("law/shop-law.rules.yaml", Rules).Write("shop.manifest.yaml", Manifest);

    private static string[] Args(params string[] args) => [.. args, "--rules", "law", "--as-of", "2026-01-01"];

    [Fact]
    public async Task The_list_says_what_each_answer_leads_to()
    {
        using var folder = Shop;
        var run = await Run.In(folder.Path, Args("ask", "shop.manifest.yaml"));
        Assert.Equal((ExitCode.Indeterminate, ""), (run.Code, run.Error));
        Golden.Verify("ask.txt", run.Output);
        var json = await Run.In(folder.Path, Args("ask", "shop.manifest.yaml", "-o", "json"));
        Golden.Verify("ask.json", json.Output);
    }

    [Fact]
    public async Task An_interview_asks_again_what_it_cant_understand_and_writes_the_answers_with_their_basis()
    {
        using var folder = Shop;
        var run = await With(folder, "?\nperhaps\nyes\ndocumented; photo of the sign; 2025-12-01\nno\n\n", "--write");
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
        Assert.Contains("`perhaps` is neither true nor false", run.Output, StringComparison.Ordinal);
        Assert.Contains("that settles it: compliant", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            "manifest: shop\ntitle: A shop\nplaces: [US-OR]   # all of it\nsafeguards.noticeBeforeCapture: {value: true, basis: documented, source: photo of the sign, on: 2025-12-01}\nuses:\n  - id: door\n    realTime: {value: false, basis: claimed}\n",
            folder.Read("shop.manifest.yaml"));
    }

    [Theory]
    [InlineData("no\n\n", 0, "settles it: non-compliant")]
    [InlineData("q\n", 4, "INDETERMINATE  after 0 answers")]
    [InlineData("-\n-\n-\n", 4, "left unknown")]
    [InlineData("yes\n", 4, "wrote 1 answer to shop.manifest.yaml")]
    [InlineData("", 4, "(no more answers)")]
    public async Task An_interview_stops_where_it_is_settled_where_nobody_knows_and_where_the_answers_end(string answers, int code, string said)
    {
        using var folder = Shop;
        var run = await With(folder, answers, "--write");
        Assert.Equal(((ExitCode)code, ""), (run.Code, run.Error));
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "questions.csv")]
    [InlineData("markdown", "questions.md")]
    public async Task A_questionnaire_comes_back_filled(string format, string file)
    {
        using var folder = Shop;
        var asked = await Run.In(folder.Path, Args("ask", "shop.manifest.yaml", "--for", "operator", "-o", $"{format}={file}"));
        Assert.Equal((ExitCode.Indeterminate, "", ""), (asked.Code, asked.Output, asked.Error));
        var text = folder.Read(file);
        Golden.Verify($"ask-{file}", text);
        var filled = format == "csv"
            ? text.Replace(",,,,\n", ",yes,documented,\"=a photo, of the sign\",2025-12-01\n", StringComparison.Ordinal)
            : text.Replace("- answer:\n- basis:\n- source:\n", "- answer: yes\n- basis: documented\n- source: =a photo, of the sign\n", StringComparison.Ordinal);
        folder.Write(file, filled);
        var run = await Run.In(folder.Path, Args("answer", file, "--to", "answered.manifest.yaml"));
        Assert.Equal("", run.Error);
        Assert.Contains("noticeBeforeCapture: {value: true, basis: documented, source: \"=a photo, of the sign\"", folder.Read("answered.manifest.yaml"), StringComparison.Ordinal);
        Assert.Equal(Manifest, folder.Read("shop.manifest.yaml"));
    }

    [Fact]
    public async Task An_empty_questionnaire_says_who_else_is_to_be_asked()
    {
        using var folder = Shop;
        var run = await Run.In(folder.Path, Args("ask", "shop.manifest.yaml", "--for", "legal", "-o", "csv"));
        Assert.Equal(ExitCode.Indeterminate, run.Code);
        Assert.Contains("no open question is one for `legal`: ask with `--for operator`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_answer_is_told_where_it_stands_and_nothing_is_written()
    {
        using var folder = Shop;
        folder.Write("q.csv", "manifest,digest,use,fact,answer,basis,source,day\nshop.manifest.yaml,,,safeguards.noticeBeforeCapture,perhaps,rumour,,\nshop.manifest.yaml,,door,use.realTime,yes,,,yesterday\nshop.manifest.yaml,,,no.such.fact,1,,,\n");
        var run = await Run.In(folder.Path, Args("answer", "q.csv", "--write"));
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        foreach (var place in new[] { "q.csv:2:53", "q.csv:2:61", "q.csv:3:45", "q.csv:4:22" })
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(Manifest, folder.Read("shop.manifest.yaml"));
    }

    [Fact]
    public async Task An_answer_to_an_older_manifest_counts_only_where_the_fact_is_still_open()
    {
        using var folder = Shop.Write("shop.manifest.yaml", Manifest.Replace("uses:", "safeguards.noticeBeforeCapture: false\nuses:", StringComparison.Ordinal));
        folder.Write("q.csv", "manifest,digest,use,fact,answer,basis,source,day\nshop.manifest.yaml,sha256:0,,safeguards.noticeBeforeCapture,yes,,,\nshop.manifest.yaml,sha256:0,door,use.realTime,no,,,\n");
        var refused = await Run.In(folder.Path, Args("answer", "q.csv"));
        Assert.Equal(ExitCode.InvalidInput, refused.Code);
        Assert.Contains("the manifest has changed since this was asked", refused.Error, StringComparison.Ordinal);
        folder.Write("q.csv", "manifest,digest,use,fact,answer,basis,source,day\nshop.manifest.yaml,sha256:0,door,use.realTime,no,,,\n");
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, Args("answer", "q.csv"))).Code);
    }

    [Fact]
    public async Task A_page_to_print_is_no_questionnaire_to_take_back()
    {
        using var folder = Shop;
        await Run.In(folder.Path, Args("ask", "shop.manifest.yaml", "-o", "html=q.html"));
        Assert.Contains("Are people told before their faces are captured?", folder.Read("q.html"), StringComparison.Ordinal);
        var run = await Run.In(folder.Path, Args("answer", "q.html"));
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("fill the same questions as CSV or Markdown", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_manifest_begins_with_a_place_a_sector_and_a_purpose_and_goes_on_to_ask()
    {
        using var folder = new Folder();
        var run = await Run.In(folder.Path, new MemoryStream("q\n"u8.ToArray()), "new", "manifest", "shop", "--title", "A shop", "--sector", "retail", "--place", "DE", "--purpose", "theft-prevention", "--ask", "--interactive");
        Assert.Equal((ExitCode.Indeterminate, ""), (run.Code, run.Error));
        Assert.Contains("wrote shop.manifest.yaml", run.Output, StringComparison.Ordinal);
        Assert.Contains("1. ", run.Output, StringComparison.Ordinal);
    }

    private static Task<Run> With(Folder folder, string answers, params string[] args) =>
        Run.In(folder.Path, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(answers)), Args(["ask", "shop.manifest.yaml", "--interactive", .. args]));
}
