using System.Security.Cryptography;
using System.Text;

namespace PolicyCheck.Cli.Tests.Waivers;

/// <summary>A federal agency's gate that isn't monitored, by OMB's memorandum, in a folder with a file of waivers.</summary>
internal sealed class Register : IDisposable
{
    public const string Today = "2026-06-15";

    private const string Manifest = """
        manifest: gate
        title: The gate
        deployer: {level: federal, name: Example Agency}
        places: [US]
        system: {function: identification}
        accuracy: {testedBeforeUse: true, monitored: false}
        safeguards: {impactAssessments: [algorithmic], training: true, humanReview: true, failSafe: true, appealOffered: true, publicConsulted: true}
        uses: [{id: entry, nationalSecurity: false, publiclyAccessibleSpace: true, legalOrSimilarEffect: true}]

        """;

    private readonly Folder _folder = new();

    /// <summary>The gate, with a waiver of its monitoring whose lines may be others.</summary>
    public Register(params (string Key, string Value)[] lines)
    {
        _folder.Write("rules/us-omb-m-25-21.rules.yaml", File.ReadAllText(Path.Combine(Repository.Root, "rules", "us-federal", "us-omb-m-25-21.rules.yaml")));
        WriteManifest(Manifest);
        WriteWaivers(Waiver(lines));
    }

    public static string Digest => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Manifest)))}";

    /// <summary>A waiver, with other lines than the usual ones; one without a value is left out.</summary>
    public static string Waiver(params (string Key, string Value)[] lines)
    {
        (string Key, string Value)[] usual =
        [
            ("id", "gate-monitoring"),
            ("rule", "us-omb-m-25-21/monitoring"),
            ("deployment", "gate"),
            ("digest", Digest),
            ("reason", "the logs are moved to another system until July"),
            ("grantor", "Ada Lovelace"),
            ("authority", "Chief AI Officer of the agency"),
            ("requestedBy", "Charles Babbage"),
            ("from", "2026-06-01"),
            ("to", "2026-06-30"),
        ];
        var keys = usual.ToDictionary(line => line.Key, line => line.Value, StringComparer.Ordinal);
        foreach (var (key, value) in lines)
        {
            keys[key] = value;
        }

        return "  - " + string.Concat(keys.Where(pair => pair.Value.Length > 0).Select(pair => $"{pair.Key}: {pair.Value}\n    ")).TrimEnd(' ');
    }

    public void WriteManifest(string text) => _folder.Write("gate.manifest.yaml", text);

    public void EditManifest(string old, string text) => WriteManifest(Manifest.Replace(old, text, StringComparison.Ordinal));

    public void WriteWaivers(params string[] waivers) => _folder.Write("waivers.yaml", $"waivers:\n{string.Concat(waivers)}");

    public Register Write(string name, string text)
    {
        _folder.Write(name, text);
        return this;
    }

    public string Read(string name) => _folder.Read(name);

    public Task<Run> Check(string asOf = Today, params string[] args) =>
        Tests.Run.In(_folder.Path, ["check", "gate.manifest.yaml", "--rules", "rules", "--as-of", asOf, .. args.Length == 0 ? ["--waivers", "waivers.yaml"] : args]);

    public Task<Run> Waivers(params string[] args) => Tests.Run.In(_folder.Path, ["waivers", .. args, "--rules", "rules", "--as-of", Today]);

    public Task<Run> Run(params string[] args) => Tests.Run.In(_folder.Path, args);

    public void Dispose() => _folder.Dispose();
}
