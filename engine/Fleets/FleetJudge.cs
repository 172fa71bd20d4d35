using System.Buffers;
using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Verification;
using PolicyCheck.Waivers;

namespace PolicyCheck.Fleets;

/// <summary>Judges the documents of a fleet, each by itself, and writes what came of it as lines of JSON; safe to share between threads.</summary>
public sealed class FleetJudge
{
    // Whatever a line's source is called, the line is JSON.
    private const string PathOfLine = "line.json";

    private readonly RuleLibrary _library;
    private readonly Assessor _assessor;
    private readonly FleetSettings _settings;
    private readonly FleetWaiving _waiving;
    private readonly FleetLine _lines;
    private readonly Verifier? _verifier;

    /// <summary>Prepares to judge.</summary>
    /// <param name="library">A library without errors.</param>
    /// <param name="assessor">What assesses by it.</param>
    /// <param name="settings">What else the results follow from.</param>
    /// <param name="register">The waivers to apply; none when null.</param>
    /// <param name="engine">What evaluates the conditions of waivers; one of its own when null.</param>
    public FleetJudge(RuleLibrary library, Assessor assessor, FleetSettings settings, WaiverRegister? register = null, RulesEngineEvaluator? engine = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(assessor);
        ArgumentNullException.ThrowIfNull(settings);
        (_library, _assessor, _settings) = (library, assessor, settings);
        _waiving = new(register ?? WaiverRegister.Empty, library, settings.Options, engine);
        _verifier = settings.Verify ? new(assessor, library, settings.Options) : null;
        _lines = new(settings, LibraryDigest.Of(library), _waiving.Digest);
    }

    /// <summary>Judges a document: a line for each manifest in it, and one where it or a part of it is refused.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where the lines are written as UTF-8, each with <c>\n</c> behind it; nothing where this throws.</param>
    /// <param name="tally">Where it is counted.</param>
    /// <returns>Why it, or a part of it, was refused; empty where it wasn't.</returns>
    public ImmutableArray<Diagnostic> Judge(in FleetDocument document, IBufferWriter<byte> output, FleetTally tally)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(tally);
        if (document.Unread is { } unread)
        {
            var code = unread.Code == FleetCodes.Defect ? _settings.DefectCode : _settings.RefusedCode;
            output.Write(_lines.Refused(document, [unread], code).Span);
            tally.Refuse(code);
            return [unread];
        }

        var file = ManifestReader.Read(document.Line is null ? document.Source : PathOfLine, document.Content, _library.Vocabulary, _settings.Limits);
        var assessed = file.Manifests.Select(manifest => _assessor.Assess(manifest, _settings.AsOf, _settings.Options)).ToList();
        if (_verifier is not null && assessed.SelectMany(assessment => _verifier.Discrepancies(assessment)).FirstOrDefault() is { } discrepancy)
        {
            return Judge(document.Failed(discrepancy.ToString()), output, tally);
        }

        var judged = assessed.ConvertAll(_waiving.Apply);
        var lines = new ArrayBufferWriter<byte>(1024);
        var told = file.HasErrors ? [] : Shares(file);
        for (var i = 0; i < judged.Count; i++)
        {
            var (assessment, ofWaivers) = judged[i];
            lines.Write(_lines.Judged(document, assessment, told.IsEmpty ? [] : told[i], DiagnosticBag.Sort(ofWaivers), _settings.ExitCode(assessment)).Span);
        }

        if (file.HasErrors)
        {
            lines.Write(_lines.Refused(document, file.Diagnostics, _settings.RefusedCode).Span);
        }

        output.Write(lines.WrittenSpan);
        judged.ForEach(one => tally.Add(one.Assessment, _settings));
        if (!file.HasErrors)
        {
            return [];
        }

        tally.Refuse(_settings.RefusedCode);
        return file.Diagnostics;
    }

    // What is told of a file stands with the manifest that it is about: the last one that begins before it.
    private static ImmutableArray<ImmutableArray<Diagnostic>> Shares(ManifestFile file)
    {
        if (file.Diagnostics.IsEmpty)
        {
            return [];
        }

        var shares = file.Manifests.Select(_ => ImmutableArray.CreateBuilder<Diagnostic>()).ToList();
        foreach (var diagnostic in file.Diagnostics)
        {
            var at = file.Manifests.Count(manifest => manifest.Location.Span.Start <= diagnostic.Location.Span.Start);
            shares[Math.Max(0, at - 1)].Add(diagnostic);
        }

        return [.. shares.Select(share => share.ToImmutable())];
    }
}
