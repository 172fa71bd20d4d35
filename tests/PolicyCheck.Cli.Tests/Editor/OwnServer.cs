using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;

namespace PolicyCheck.Cli.Tests.Editor;

/// <summary>Our language server in this process, with an editor on the other end of two pipes and a folder of its own.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    public const string Vocabulary = """
        # yaml-language-server: $schema=schemas/vocabulary.schema.json
        vocabulary: own
        facts:
          own.armed: {type: flag, meaning: Whether it is armed., question: Is it armed?, askWho: operator}
          use.own.range: {type: number, meaning: How far it sees., question: How far does it see?, askWho: vendor}
        """;

    public const string Rules = """
        # yaml-language-server: $schema=schemas/rules.schema.json
        ruleSet: robots
        title: The robots' act
        authority: The robots' office
        standing: statute
        jurisdictions: [world]
        summary: Robots aren't armed.
        sources:
          - {id: act, title: The act, read: official, checked: 2026-01-02, confidence: high}
        inForce: [{from: 2020-01-01}]
        parameters:
          farthest:
            meaning: how far a robot may see
            values: [{from: 2020-01-01, value: 100}]
        definitions:
          armed: {own.armed: true}
        rules:
          - id: no-arms
            title: Robots aren't armed
            citation: act, section 1
            prohibits: {is: armed}
            unless:
              - id: police
                title: The police
                citation: act, section 2
                when: {deployer.sector: law-enforcement}
            severity: high
            remedy: Disarm it.
          - id: no-sight
            title: Robots don't see far
            citation: act, section 3
            when: {not: {is: armed}}
            requires: {use.own.range: {atMost: $farthest}}
            severity: low
            remedy: Cover its eyes.
        notCovered: [Everything else.]
        """;

    public const string Overriding = """
        # yaml-language-server: $schema=schemas/rules.schema.json
        ruleSet: exemptions
        title: The exemptions' act
        authority: The robots' office
        standing: statute
        jurisdictions: [world]
        summary: Toys may be armed.
        sources:
          - {id: act, title: The act, read: official, checked: 2026-01-02, confidence: high}
        inForce: [{from: 2020-01-01}]
        rules:
          - id: toys
            title: Toys may be armed
            citation: act, section 9
            permits: {use.purpose: missing-child-search}
            overrides: [robots/no-arms]
            severity: low
        notCovered: [Everything else.]
        """;

    public const string Manifest = """
        # yaml-language-server: $schema=schemas/manifest.schema.json
        manifest: tin-man
        deployer: {sector: retail}
        own: {armed: true}
        uses:
          - id: shop
            purpose: [access-control]
            own: {range: 50}
        """;

    public const string Tests = """
        # yaml-language-server: $schema=schemas/test.schema.json
        tests: robots
        asOf: 2026-01-01
        cases:
          - name: nobody is armed
            manifest: {own.armed: true, deployer.sector: retail, use.purpose: [access-control]}
            expect: {no-arms: fail}
          - name: the police are
            manifest: {own: {armed: true}, deployer.sector: law-enforcement}
            expect: {no-arms: pass by police, no-sight: not-applicable}
          - name: how far
            manifest: {own.armed: false}
            columns: [use.own.range, no-sight]
            rows:
              - [100, pass]
              - [101, fail]
        """;

    /// <summary>The day that the server takes for today.</summary>
    public const string Today = "2026-06-15";

    private readonly Folder _folder = new();
    private readonly Task<ExitCode> _run;
    private readonly Pipe _toServer = new();
    private readonly Pipe _fromServer = new();

    private OwnServer()
    {
        _folder.Write("vocabulary.yaml", Vocabulary).Write("robots.rules.yaml", Rules).Write("exemptions.rules.yaml", Overriding).Write("tin-man.manifest.yaml", Manifest).Write("robots_test.yaml", Tests);
        var surroundings = new Surroundings(_toServer.Reader.AsStream(), _fromServer.Writer.AsStream(), TextWriter.Null, new Clock(), _folder.Path, Colours: false, Surroundings.PlainWidth);
        _run = Application.RunAsync(["lsp"], surroundings);
        Editor = new(_toServer.Writer.AsStream(), _fromServer.Reader.AsStream());
    }

    /// <summary>The editor.</summary>
    public LanguageClient Editor { get; }

    /// <summary>What the server says that it can do.</summary>
    public JsonElement Capabilities { get; private set; }

    public static async Task<OwnServer> Start()
    {
        var server = new OwnServer();
        server.Capabilities = (await server.Editor.Initialize(server._folder.Path)).GetProperty("capabilities");
        return server;
    }

    /// <summary>The absolute path of a file.</summary>
    public string At(string name) => Path.Combine(_folder.Path, name);

    /// <summary>The name of a file, by its address.</summary>
    public static string NameOf(string uri) => uri[(uri.LastIndexOf('/') + 1)..];

    /// <summary>Changes a file on the disk.</summary>
    public void Save(string name, string text) => _folder.Write(name, text);

    /// <summary>Opens a text with the cursor in it, and asks about the place.</summary>
    public async Task<JsonElement> Ask(string method, string name, string marked)
    {
        var (text, place) = Marked.Of(marked);
        await Editor.Open(At(name), text);
        return await Editor.AskAt(method, At(name), place);
    }

    /// <summary>The exit code, once the editor has ended.</summary>
    public Task<ExitCode> Ended() => _run.WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await Editor.DisposeAsync();
        await _toServer.Writer.CompleteAsync();
        await Ended();
        _folder.Dispose();
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(DateOnly.Parse(Today, CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero);
    }
}
