using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Cli.Benching;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Evaluation;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Measures the steps of a check of some manifests by some rules, and compares them with an earlier measurement.</summary>
internal static class Bench
{
    /// <summary>By how many per cent a ratio may have grown where nothing else is said.</summary>
    public const int DefaultThreshold = 10;

    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<string> Formats { get; } = ["text", "json"];

    /// <summary>Measures once.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static ExitCode Run(BenchRequest request, Surroundings surroundings)
    {
        var targets = OutputTarget.ParseAll(request.Outputs, Formats);
        var then = request.Compare is { } path ? BenchJson.Read(path, Files.Read(Files.Name(path, surroundings), surroundings)) : null;
        var now = Measure(request, surroundings);
        ImmutableArray<BenchChange> changes = then is null ? [] : BenchComparison.Compare(then, now, request.Threshold);
        if (then is not null && (then.RulesDigest, then.ManifestsDigest) != (now.RulesDigest, now.ManifestsDigest))
        {
            surroundings.Error.WriteLine($"policycheck: the {(then.RulesDigest != now.RulesDigest ? "rules" : "manifests")} aren't those of `{request.Compare}`, so a ratio may have grown because there is more to do");
        }

        foreach (var target in targets)
        {
            target.Write(surroundings, stream => Write(now, changes, target, surroundings, stream));
        }

        return changes.Any(change => change.HasGrown) ? ExitCode.DoesNotHold : ExitCode.Holds;
    }

    private static BenchResult Measure(BenchRequest request, Surroundings surroundings)
    {
        var rules = request.Rules.Paths.Count == 0 ? BuiltInRules.Files : RuleFiles.Collect(request.Rules, surroundings);
        var library = RuleFiles.Checked(RuleLibraryLoader.Load(rules, request.Limits), surroundings);
        var files = ManifestFiles.Find(request.Manifests, surroundings).Select(file => (file.Shown, Content: Files.Read(file, surroundings))).ToList();
        var manifests = files.SelectMany(file => Read(file.Shown, file.Content)).ToList();
        var warm = new Assessor(library, RulesEngineEvaluator.CreatePrepared());
        var clock = new BenchClock(surroundings.Time, request.Rounds);
        return new(
            request.Rounds,
            library.RuleSets.Length,
            library.RuleSets.Sum(set => set.Rules.Length),
            Digest(rules.Select(file => file.Content.ToArray())),
            manifests.Count,
            files.Sum(file => (long)file.Content.Length),
            Digest(files.Select(file => file.Content)),
            [
                clock.Measure("load", () => RuleLibraryLoader.Load(rules, request.Limits), EventsOfRules),
                clock.Measure("compile", () => Judge(new(library, RulesEngineEvaluator.CreatePrepared())), EventsOfRules),
                clock.Measure("read", () => files.ForEach(file => ManifestReader.Read(file.Shown, file.Content, library.Vocabulary, request.Limits)), EventsOfManifests),
                clock.Measure("judge", () => Judge(warm), EventsOfManifests),
            ]);

        ImmutableArray<Manifest> Read(string name, byte[] content)
        {
            var read = ManifestReader.Read(name, content, library.Vocabulary, request.Limits);
            surroundings.Write(read.Diagnostics);
            return read.HasErrors ? throw new CommandException(ExitCode.InvalidInput, "a manifest has errors, so nothing was measured") : read.Manifests;
        }

        void Judge(Assessor assessor) => manifests.ForEach(manifest => assessor.Assess(manifest, request.AsOf));

        void EventsOfRules()
        {
            foreach (var file in rules)
            {
                YamlYardstick.CountEvents(file.Content.Span);
            }
        }

        void EventsOfManifests() => files.ForEach(file => YamlYardstick.CountEvents(file.Content));
    }

    private static string Digest(IEnumerable<byte[]> contents) =>
        ContentDigest.Of(Encoding.ASCII.GetBytes(string.Concat(contents.Select(content => ContentDigest.Of(content)))));

    private static void Write(BenchResult result, ImmutableArray<BenchChange> changes, OutputTarget target, Surroundings surroundings, Stream stream)
    {
        if (target.Format == "json")
        {
            BenchJson.Write(result, stream);
        }
        else
        {
            BenchPage.Write(result, changes, target.NewPage(surroundings), stream);
        }
    }
}
