using System.Text;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>Writes what came of tests in the Test Anything Protocol, version 14.</summary>
public static class TestTap
{
    /// <summary>Writes a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="diagnostics">What else is wrong with the tests, or with what they leave out; each is a test that isn't ok.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(TestRun run, IReadOnlyCollection<Diagnostic> diagnostics, Stream output)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(output);
        var text = new StringBuilder("TAP version 14\n");
        text.Append("1..").Append(run.Passed + run.Failed + diagnostics.Count).Append('\n');
        var number = 0;
        foreach (var result in run.Results)
        {
            Append(text, result.Passes, ++number, $"{Shown(result.Case.Location.Path)}: {Shown(result.Case.Name)}");
            if (!result.Passes)
            {
                text.Append("  ---\n");
                foreach (var mismatch in result.Mismatches)
                {
                    text.Append("  ").Append(Quoted(mismatch.Subject)).Append(": ").Append(Quoted(mismatch.Difference)).Append('\n');
                }

                text.Append("  line: ").Append(result.Case.Location.Start.Line).Append('\n');
                text.Append("  ...\n");
            }
        }

        foreach (var diagnostic in diagnostics)
        {
            Append(text, false, ++number, $"{Shown(diagnostic.Location.Path)}: {diagnostic.Code} {Shown(diagnostic.Message)}");
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Append(StringBuilder text, bool ok, int number, string name) =>
        text.Append(ok ? "ok " : "not ok ").Append(number).Append(" - ").Append(name).Append('\n');

    // A number sign begins a directive such as SKIP, which no name of a case may be taken for.
    private static string Shown(string text) => VisibleText.Of(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal);

    private static string Quoted(string text) => $"\"{VisibleText.Of(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
