using System.Text;
using PolicyCheck.Linting;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes what linting found for a person at a terminal.</summary>
internal static class LintText
{
    /// <summary>Writes a result; a clean one says so in a line.</summary>
    /// <param name="result">The result.</param>
    /// <param name="files">How many files were linted.</param>
    /// <param name="stream">Where to write UTF-8.</param>
    public static void Write(LintResult result, int files, Stream stream)
    {
        var text = new StringBuilder();
        foreach (var (rule, diagnostic, _) in result.Open)
        {
            text.Append(DiagnosticText.Render(diagnostic)).Append("\n  why: policycheck explain ").Append(rule.Id).Append("\n\n");
        }

        var (open, allowed) = (result.Open.Count(), result.Allowed.Count());
        text.Append(Count(files, "file")).Append(": ").Append(open == 0 ? "nothing found" : Count(open, "finding"))
            .Append(allowed == 0 ? "" : $", {allowed} allowed with a reason").Append('\n');
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
