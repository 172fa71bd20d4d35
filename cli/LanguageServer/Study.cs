using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Loading;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>What a closer look at files found, which takes longer than a key stroke may.</summary>
internal sealed class Study
{
    private readonly FrozenDictionary<PolicyFile, ImmutableArray<Diagnostic>> _found;

    private Study(FrozenDictionary<PolicyFile, ImmutableArray<Diagnostic>> found) => _found = found;

    /// <summary>Nothing yet.</summary>
    public static Study None { get; } = new(FrozenDictionary<PolicyFile, ImmutableArray<Diagnostic>>.Empty);

    /// <summary>Looks at all files; null where their rules have errors, which come first.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="tests">Runs tests.</param>
    /// <param name="lint">Lints.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Study? Of(Analysis analysis, TestRuns tests, LintFindings lint, CancellationToken cancellation)
    {
        if (analysis.Library.HasErrors)
        {
            return null;
        }

        var found = new Dictionary<PolicyFile, ImmutableArray<Diagnostic>>();
        foreach (var file in analysis.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            var cases = analysis.Tests.FirstOrDefault(test => test.Path == file.Path) is { HasErrors: false } test ? FailingCases.Of(tests.Of(analysis, analysis.Library, test)) : [];
            found[file] = [.. cases, .. lint.Of(analysis, analysis.Library, file)];
        }

        return new(found.ToFrozenDictionary());
    }

    /// <summary>What was found in a file; nothing where its text has changed since.</summary>
    /// <param name="file">The file.</param>
    public ImmutableArray<Diagnostic> Of(PolicyFile file) => _found.GetValueOrDefault(file, []);
}
