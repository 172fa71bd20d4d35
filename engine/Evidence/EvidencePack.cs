using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Bundles;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.Signing;

namespace PolicyCheck.Evidence;

/// <summary>All that a report follows from, with the report; so whoever has it can derive the report again.</summary>
public sealed record EvidencePack
{
    /// <summary>The version of the engine that derived the report.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>The day asked about.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>What counted towards the verdicts.</summary>
    public AssessmentOptions Options { get; init; } = AssessmentOptions.Default;

    /// <summary>How much of each file was read.</summary>
    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    /// <summary>The manifests, in the order of the report, under the paths that it names them by.</summary>
    public required ImmutableArray<PolicyFile> Manifests { get; init; }

    /// <summary>The rule sets and vocabularies that took part.</summary>
    public required ImmutableArray<PolicyFile> Rules { get; init; }

    /// <summary>Those of the rule files that are the project's own, by their paths.</summary>
    public ImmutableArray<string> OwnRules { get; init; } = [];

    /// <summary>The files of waivers, in the order in which they were read.</summary>
    public ImmutableArray<PolicyFile> Waivers { get; init; } = [];

    /// <summary>The project's configuration, or null.</summary>
    public PolicyFile? Configuration { get; init; }

    /// <summary>Whether the configuration's choice of rule sets counted, which it doesn't where others were named.</summary>
    public bool ChoosesRuleSets { get; init; } = true;

    /// <summary>The verdict of the report.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>The report, in our JSON.</summary>
    public ReadOnlyMemory<byte> Report { get; init; }

    /// <summary>The name of the key that signed the pack, or null; a claim only, where it was read without that key.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The pack as an archive, for a file; the same pack and key give the same bytes.</summary>
    /// <param name="key">The key to sign it with, or null.</param>
    public byte[] ToArchive(SigningKey? key) => PackArchive.Write(this, key);

    /// <summary>Reads a pack, once all of it is verified; nothing of a rule or manifest is looked at before.</summary>
    /// <param name="archive">The bytes.</param>
    /// <param name="key">The key that has to have signed it, or null, which shows damage but not who packed it.</param>
    /// <exception cref="NotVerifiedException">It doesn't verify.</exception>
    public static EvidencePack Read(ReadOnlyMemory<byte> archive, VerificationKey? key) => PackArchive.Read(archive, key);
}
