using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Benchmarks.Generation;
using PolicyCheck.Evaluation;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Benchmarks;

/// <summary>What is measured: PolicyCheck with generated rules.</summary>
internal sealed class Subject
{
    /// <summary>The day asked about.</summary>
    public static readonly DateOnly Day = new(2026, 6, 1);

    private readonly Assessor _assessor;

    /// <summary>Loads generated rules and compiles them.</summary>
    /// <param name="rules">The rules.</param>
    public Subject(IEnumerable<GeneratedRule> rules)
        : this(RuleSetText.Files(rules))
    {
    }

    /// <summary>Loads files.</summary>
    /// <param name="files">The files.</param>
    public Subject(IEnumerable<PolicyFile> files)
    {
        Library = RuleLibraryLoader.Load(files);
        if (Library.HasErrors)
        {
            throw new InvalidOperationException(string.Join('\n', Library.Diagnostics.Select(DiagnosticText.Render)));
        }

        _assessor = new(Library, RulesEngineEvaluator.CreatePrepared());
    }

    /// <summary>The rules.</summary>
    public RuleLibrary Library { get; }

    /// <summary>Reads a manifest.</summary>
    /// <param name="path">Its file's name, which decides the format.</param>
    /// <param name="content">The bytes.</param>
    public Manifest Read(string path, byte[] content)
    {
        var file = ManifestReader.Read(path, content, Library.Vocabulary);
        return file.HasErrors ? throw new InvalidOperationException(string.Join('\n', file.Diagnostics.Select(DiagnosticText.Render))) : file.Manifests[0];
    }

    /// <summary>Judges a manifest and explains the rules that apply, or may apply, as a report does unless more is asked for.</summary>
    /// <param name="manifest">The manifest.</param>
    public Assessment Explain(Manifest manifest)
    {
        var assessment = _assessor.Assess(manifest, Day);

        // Findings are explained when they are first asked for.
        return assessment.Uses.Any(use => use.Speaking.IsDefault) ? throw new InvalidOperationException("nothing was explained") : assessment;
    }

    /// <summary>Judges a manifest and explains every rule, those that don't apply too.</summary>
    /// <param name="manifest">The manifest.</param>
    public Assessment ExplainAll(Manifest manifest)
    {
        var assessment = _assessor.Assess(manifest, Day);
        return assessment.Uses.Any(use => use.Findings.IsEmpty) ? throw new InvalidOperationException("nothing was found") : assessment;
    }

    /// <summary>Judges a manifest without explanation.</summary>
    /// <param name="manifest">The manifest.</param>
    public object Judge(Manifest manifest) => _assessor.Assess(manifest, Day);

    /// <summary>What each rule comes to, in the order of their numbers.</summary>
    /// <param name="manifest">The manifest.</param>
    public ImmutableArray<RuleOutcome> Outcomes(Manifest manifest) => [.. ExplainAll(manifest).Uses[0].Findings.Select(finding => finding.Outcome)];
}
