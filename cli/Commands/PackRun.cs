using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Evaluation;
using PolicyCheck.Evidence;
using PolicyCheck.Explanation;
using PolicyCheck.Loading;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Writes evidence packs and replays them.</summary>
internal static class PackRun
{
    /// <summary>Judges manifests and packs what the report follows from.</summary>
    /// <param name="settings">What the run goes by.</param>
    /// <param name="options">The options that say so.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="key">The file of the key to sign it with, or null.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    public static void Pack(Settings settings, CheckOptions options, string output, string? key, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var signing = key is null ? null : KeyFiles.Signing(key, surroundings);
        var request = options.Read(settings, surroundings.Today);
        var (rules, own) = ProjectLibrary.Files(request, surroundings);
        var pack = new EvidencePack
        {
            ProgramVersion = "",
            AsOf = request.AsOf,
            Options = request.Options,
            Limits = request.Limits,
            Manifests = [.. ManifestFiles.Find(request.Manifests, surroundings).Select(file => new PolicyFile(file.Shown, Files.Read(file, surroundings)))],
            Rules = rules,
            OwnRules = own,
            Waivers = [.. WaiverFiles.Find(request.Waivers, surroundings).Select(file => new PolicyFile(file.Shown, Files.Read(file, surroundings)))],
            Configuration = settings.File is { } file ? new(file.File.Shown, Files.Read(file.File, surroundings)) : null,
            ChoosesRuleSets = request.Rules.Paths.Count == 0,
        };
        var (derived, diagnostics) = Derivation.Derive(pack, engine.Value.GetAwaiter().GetResult());
        surroundings.Write(diagnostics);
        if (derived is null || diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error))
        {
            throw new CommandException(ExitCode.InvalidInput, "there are errors, so nothing was packed");
        }

        WholeFile.Write(output, derived.ToArchive(signing), surroundings);
        Say(surroundings, "✓ packed", $"{Contents(derived)}: {derived.Verdict}");
    }

    /// <summary>Derives the report of a pack again, and says where it differs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The file of the key that has to have signed it, or null.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    public static ExitCode Replay(string path, string? key, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        var verification = key is null ? null : KeyFiles.Verification(key, surroundings);
        var packed = BundleFiles.Naming(path, () => EvidencePack.Read(BundleFiles.Bytes(path, surroundings), verification));
        var (derived, diagnostics) = Derivation.Derive(packed, engine.Value.GetAwaiter().GetResult());
        if (derived is null)
        {
            surroundings.Write(diagnostics);
            surroundings.Error.WriteLine($"policycheck: the parts of the pack no longer load: use version {VisibleText.Of(packed.ProgramVersion)}, which made it");
            return ExitCode.DoesNotHold;
        }

        var differences = ReportComparison.Of(packed, derived);
        if (differences.IsEmpty)
        {
            Say(surroundings, "✓ same", $"{Contents(packed)}: {packed.Verdict}; {(verification is null ? "nobody was asked to vouch for it" : $"signed by {verification.Id}")}");
            return ExitCode.Holds;
        }

        var page = new TextPage(surroundings.Colours, surroundings.Width);
        page.Line(0, $"{TextPage.Styled("✗ another report", "red")}  {TextPage.Styled("follows from the parts than the one in the pack")}");
        foreach (var difference in differences)
        {
            page.Line(2, TextPage.Styled(difference));
        }

        page.WriteTo(surroundings.Output);
        return ExitCode.DoesNotHold;
    }

    private static string Contents(EvidencePack pack) => $"{Amount.Of(pack.Manifests.Length, "manifest")} and {Amount.Of(pack.Rules.Length, "rule file")} as of {Binding.IsoDate.Format(pack.AsOf)}";

    private static void Say(Surroundings surroundings, string what, string details)
    {
        var page = new TextPage(surroundings.Colours, surroundings.Width);
        page.Line(0, $"{TextPage.Styled(what, "green")}  {TextPage.Styled(details)}");
        page.WriteTo(surroundings.Output);
    }
}
