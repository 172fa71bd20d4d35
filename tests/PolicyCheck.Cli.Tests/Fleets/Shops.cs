using System.Globalization;
using System.Text;

namespace PolicyCheck.Cli.Tests.Fleets;

/// <summary>A folder with a rule set about shops, and fleets of shops that follow from a number.</summary>
internal sealed class Shops : IDisposable
{
    public const string Day = "2026-11-23";

    // A vocabulary of its own keeps every run short, and below the limit of bytes that some tests set.
    private const string Vocabulary = """
        vocabulary: core
        facts:
          places: {type: places, meaning: Where it is., question: Where?, askWho: operator}
          deployer.sector: {type: choice, values: {retail: shops, health: hospitals}, meaning: What it does., question: Which?, askWho: operator}
          system.function: {type: choices, values: {identification: searches, verification: compares}, meaning: What it does., question: What?, askWho: vendor}
          safeguards.humanReview: {type: flag, meaning: Whether a person looks., question: Does one?, askWho: operator}
          safeguards.notice: {type: choices, values: {none: not told, sign-at-every-entrance: by a sign}, meaning: How people are told., question: How?, askWho: operator}
        places:
          US-OR/portland: {title: Portland}

        """;

    private readonly Folder _folder = new Folder().Write("law/shops.rules.yaml", Texts.ShopRules).Write("law/vocabulary.yaml", Vocabulary);

    public string Path => _folder.Path;

    public IEnumerable<string> Names => _folder.Names;

    /// <summary>A manifest on a line: shop 0 is reviewed, 1 isn't, of 2 it isn't said, and so on.</summary>
    public static string Line(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"manifest":"shop-{{number}}","places":["{{(number % 5 == 0 ? "US-OR" : "DE")}}"],"deployer":{"sector":"retail"},"system":{"function":["identification"]},{{(number % 3) switch { 0 => "\"safeguards\":{\"humanReview\":true},", 1 => "\"safeguards\":{\"humanReview\":false},", _ => "" }}}"uses":[{"id":"theft"}]}""");

    /// <summary>Lines of all kinds: judged, refused, empty, with either line end, in bytes that are no text.</summary>
    public static byte[] Mixed(int seed, int count)
    {
        var dice = new Random(seed);
        using var bytes = new MemoryStream();
        if (dice.Next(2) == 0)
        {
            bytes.Write([0xEF, 0xBB, 0xBF]);
        }

        for (var i = 0; i < count; i++)
        {
            bytes.Write(dice.Next(12) switch
            {
                0 => [],
                1 => "  \t"u8,
                2 => "{\"manifest\":\"broken\""u8,
                3 => [(byte)'{', 0xFF, 0xFE, (byte)'}'],
                4 => Encoding.UTF8.GetBytes($"{{\"manifest\":\"long\",\"title\":\"{new string('x', 3000)}\"}}"),
                5 => "manifest: yaml"u8,
                _ => Encoding.UTF8.GetBytes(Line(i)),
            });
            if (i < count - 1 || dice.Next(2) == 0)
            {
                bytes.Write(dice.Next(3) == 0 ? "\r\n"u8 : "\n"u8);
            }
        }

        return bytes.ToArray();
    }

    public Shops Write(string name, string text)
    {
        _folder.Write(name, text);
        return this;
    }

    public Shops Write(string name, byte[] bytes)
    {
        _folder.Write(name, bytes);
        return this;
    }

    /// <summary>A file with so many shops.</summary>
    public Shops WithFleet(int count, string name = "fleet.ndjson") => Write(name, string.Concat(Enumerable.Range(0, count).Select(i => Line(i) + "\n")));

    public string Full(string name) => System.IO.Path.Combine(Path, name);

    public byte[] Bytes(string name) => File.ReadAllBytes(Full(name));

    public string Read(string name) => _folder.Read(name);

    public Task<Run> Check(params string[] args) => Check(Stream.Null, args);

    public Task<Run> Check(Stream input, params string[] args) => Run.In(Path, input, Arguments(args));

    public static string[] Arguments(params string[] args) => ["check", .. args, "--rules", "law", .. args.Contains("--as-of") ? Array.Empty<string>() : ["--as-of", Day]];

    public void Dispose() => _folder.Dispose();
}
