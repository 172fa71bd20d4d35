using PolicyCheck.Binding;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Testing;

/// <summary>Reads test files, <c>*_test.yaml</c>.</summary>
public static class TestFileReader
{
    /// <summary>Reads a test file; everything that can be wrong with it is reported.</summary>
    /// <param name="file">The file.</param>
    /// <param name="library">The rules, without errors.</param>
    /// <param name="open">Opens a file by its path from the test file's folder; null where there is none.</param>
    /// <param name="limits">How much is read; the documented defaults when null.</param>
    public static TestFile Read(PolicyFile file, RuleLibrary library, Func<string, PolicyFile?> open, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(open);
        var read = DocumentReader.Read(file.Path, file.Content.Span, limits);
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(read.Diagnostics);
        if (diagnostics.HasErrors)
        {
            return new(file, [], [], [], [], diagnostics.ToImmutable());
        }

        if (read.Documents is not [MappingNode document])
        {
            diagnostics.Error(BindingCodes.DocumentCount, new(read.Source, default), "this file doesn't hold one mapping", "begin with `tests: name-of-a-rule-set`, and keep the tests of another rule set in a file of their own");
            return new(file, [], [], [], [], diagnostics.ToImmutable());
        }

        return new TestFileBinder(file, library, open, limits, diagnostics).Bind(document);
    }
}
