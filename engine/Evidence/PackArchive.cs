using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Bundles;
using PolicyCheck.Loading;
using PolicyCheck.RuleSets;
using PolicyCheck.Signing;
using PolicyCheck.Values;

namespace PolicyCheck.Evidence;

/// <summary>Writes evidence packs as archives, and reads them.</summary>
internal static class PackArchive
{
    private const string ReportName = "report.json";

    public static byte[] Write(EvidencePack pack, SigningKey? key)
    {
        var archive = Archive(pack);
        return (key is null ? archive : archive.Sign(key)).Write();
    }

    public static EvidencePack Read(ReadOnlyMemory<byte> archive, VerificationKey? key)
    {
        var sealedArchive = SealedArchive.Read(archive, ArchiveKind.EvidencePack, key);
        var files = sealedArchive.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var pack = FileList.Read(sealedArchive.Index, sealedArchive.Kind, root => Read(root, files)) with { SignedBy = sealedArchive.Signature?.Signatures.FirstOrDefault()?.KeyId };
        return Archive(pack) is var again && again.Index.Span.SequenceEqual(sealedArchive.Index.Span) && again.Files.Select(file => file.Path).SequenceEqual(sealedArchive.Files.Select(file => file.Path))
            ? pack
            : throw new NotVerifiedException($"`{sealedArchive.Kind.IndexName}` isn't as it was written: take a fresh copy of the evidence pack from where it was made");
    }

    // Paths of a report may lead anywhere, so in the archive each part has a name made for it.
    private static SealedArchive Archive(EvidencePack pack)
    {
        ImmutableArray<(string Role, PolicyFile File)> parts =
        [
            .. pack.Manifests.Select(file => ("manifest", file)),
            .. pack.Rules.Select(file => (pack.OwnRules.Contains(file.Path) ? "own-rules" : "rules", file)),
            .. pack.Waivers.Select(file => ("waivers", file)),
            .. pack.Configuration is { } configuration ? [("configuration", configuration)] : ImmutableArray<(string, PolicyFile)>.Empty,
        ];
        var named = parts.Select((part, index) => (part.Role, part.File, Name: NameOf(part.Role, index, part.File.Path))).ToList();
        ImmutableArray<PolicyFile> files =
        [
            .. named.Select(part => part.File with { Path = part.Name }).Append(new PolicyFile(ReportName, pack.Report)).OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
        return new(ArchiveKind.EvidencePack, FileList.Write(files, json => WriteHead(json, pack, named)), files, null);
    }

    private static void WriteHead(Utf8JsonWriter json, EvidencePack pack, List<(string Role, PolicyFile File, string Name)> parts)
    {
        json.WriteString("programVersion", pack.ProgramVersion);
        json.WriteString("asOf", IsoDate.Format(pack.AsOf));
        json.WriteString("verdict", pack.Verdict);
        json.WriteBoolean("includeProposals", pack.Options.IncludeProposals);
        json.WriteBoolean("strict", pack.Options.Strict);
        json.WriteBoolean("advisoryCounts", pack.Options.AdvisoryCounts);
        json.WriteString("minBasis", Words.Of(pack.Options.MinBasis));
        json.WriteBoolean("choosesRuleSets", pack.ChoosesRuleSets);
        json.WriteNumber("maxBytes", pack.Limits.MaxBytes);
        json.WriteNumber("maxDepth", pack.Limits.MaxDepth);
        json.WriteNumber("maxNodes", pack.Limits.MaxNodes);
        json.WriteStartArray("parts");
        foreach (var (role, file, name) in parts)
        {
            json.WriteStartObject();
            json.WriteString("role", role);
            json.WriteString("path", file.Path);
            json.WriteString("file", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static EvidencePack Read(JsonElement root, Dictionary<string, PolicyFile> files)
    {
        List<(string Role, PolicyFile File)> parts =
        [
            .. root.GetProperty("parts").EnumerateArray().Select(part => (FileList.Text(part, "role"), files[FileList.Text(part, "file")] with { Path = FileList.Text(part, "path") })),
        ];
        return new()
        {
            ProgramVersion = FileList.Text(root, "programVersion"),
            AsOf = IsoDate.TryParse(FileList.Text(root, "asOf"), out var asOf) ? asOf : throw new FormatException("no day"),
            Verdict = FileList.Text(root, "verdict"),
            Options = new(root.GetProperty("includeProposals").GetBoolean(), root.GetProperty("strict").GetBoolean(), root.GetProperty("advisoryCounts").GetBoolean())
            {
                // Packs of earlier versions don't say it, and counted claims.
                MinBasis = root.TryGetProperty("minBasis", out _) ? MinBasis(FileList.Text(root, "minBasis")) : Basis.Claimed,
            },
            ChoosesRuleSets = root.GetProperty("choosesRuleSets").GetBoolean(),
            Limits = new(root.GetProperty("maxBytes").GetInt32(), root.GetProperty("maxDepth").GetInt32(), root.GetProperty("maxNodes").GetInt32()),
            Manifests = [.. parts.Where(part => part.Role == "manifest").Select(part => part.File)],
            Rules = [.. parts.Where(part => part.Role is "rules" or "own-rules").Select(part => part.File)],
            OwnRules = [.. parts.Where(part => part.Role == "own-rules").Select(part => part.File.Path)],
            Waivers = [.. parts.Where(part => part.Role == "waivers").Select(part => part.File)],
            Configuration = parts.Where(part => part.Role == "configuration").Select(part => part.File).FirstOrDefault(),
            Report = files[ReportName].Content,
        };
    }

    private static Basis MinBasis(string word) => Enum.GetValues<Basis>().Where(basis => Words.Of(basis) == word).Select(basis => (Basis?)basis).FirstOrDefault() ?? throw new FormatException("no basis");

    private static string NameOf(string role, int index, string path)
    {
        var folder = $"{(role == "own-rules" ? "rules" : role == "manifest" ? "manifests" : role)}/{index + 1:0000}";
        var named = $"{folder}-{path[(path.LastIndexOf('/') + 1)..]}";
        return ArchivePath.Problem(named) is null ? named : folder;
    }
}
