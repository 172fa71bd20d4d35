using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Evaluation;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Projects;
using PolicyCheck.Reading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Timelines;
using PolicyCheck.Waivers;

namespace PolicyCheck.Evidence;

/// <summary>Derives a report from the parts of an evidence pack, and from nothing else.</summary>
public static class Derivation
{
    /// <summary>Derives the report.</summary>
    /// <param name="pack">The parts; its own report is not looked at.</param>
    /// <param name="engine">What evaluates rules.</param>
    /// <returns>The pack with the report derived and this program's version, or null where the rules, the waivers or the configuration have errors; and what is wrong with any part.</returns>
    public static (EvidencePack? Derived, ImmutableArray<Diagnostic> Diagnostics) Derive(EvidencePack pack, RulesEngineEvaluator engine)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var (library, problems) = Library(pack);
        if (library is null)
        {
            return (null, problems);
        }

        var register = WaiverRegister.Of(pack.Waivers.Select(file => WaiverReader.Read(file.Path, file.Content, library, pack.Limits)), library);
        if (register.HasErrors)
        {
            return (null, [.. problems, .. register.Diagnostics]);
        }

        var assessor = new Assessor(library, engine);
        var files = pack.Manifests.Select(file => ManifestReader.Read(file.Path, file.Content, library.Vocabulary, pack.Limits)).ToList();
        var waiving = new Waiving(register, library, pack.Options, engine);
        ImmutableArray<Assessment> found = [.. files.SelectMany(file => file.Manifests).Select(manifest => assessor.Assess(manifest, pack.AsOf, pack.Options))];
        var waived = waiving.Apply(found);
        var chronicler = new Chronicler(library, assessor, register, pack.Options, engine);
        var report = new Report(
            pack.AsOf,
            library.Vocabulary,
            assessor.Considered(pack.Options),
            new VerdictBasis(assessor, waiving, pack.Options).Mark(waived.Assessments),
            DiagnosticBag.Sort(files.SelectMany(file => file.Diagnostics).Concat(waived.Diagnostics)))
        {
            Options = pack.Options,
            Outlook = new(found.Select(assessment => chronicler.Coming(assessment.Manifest, pack.AsOf, assessment)).OfType<Timeline>(), []),
        };
        using var buffer = new MemoryStream();
        JsonReport.Write(report, buffer);
        return (pack with { ProgramVersion = Report.EngineVersion, Verdict = Words.Of(report.Verdict), Report = buffer.ToArray() }, [.. problems, .. register.Diagnostics, .. report.Diagnostics]);
    }

    private static (RuleLibrary? Library, ImmutableArray<Diagnostic> Diagnostics) Library(EvidencePack pack)
    {
        // Limits below the usual ones are meant for what isn't built in, which has passed them; the built-in rules needn't.
        var usual = ReadingLimits.Default;
        var limits = new ReadingLimits(Math.Max(usual.MaxBytes, pack.Limits.MaxBytes), Math.Max(usual.MaxDepth, pack.Limits.MaxDepth), Math.Max(usual.MaxNodes, pack.Limits.MaxNodes));
        var library = RuleLibraryLoader.Load(pack.Rules, limits);
        if (library.HasErrors || pack.Configuration is not { } file)
        {
            return (library.HasErrors ? null : library, library.Diagnostics);
        }

        var (project, diagnostics) = ProjectReader.Read(file.Path, file.Content, ["text", .. ReportFormats.All.Select(format => format.Name)]);
        if (project is null)
        {
            return (null, diagnostics);
        }

        var own = pack.OwnRules.ToHashSet(StringComparer.Ordinal);
        var (chosen, further) = ProjectRules.Apply(pack.ChoosesRuleSets ? project : project with { RuleSets = null }, library, set => own.Contains(set.Location.Path));
        return (further.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error) ? null : chosen, [.. library.Diagnostics, .. diagnostics, .. further]);
    }
}
