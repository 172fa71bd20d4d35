using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes what is wrong with manifests: those that were refused, and so not judged, and what is doubtful about others.</summary>
internal static class ProblemSection
{
    public const string Id = "problems";

    public static string Title(Report report) => report.HasInvalidInput ? "Manifests that were refused" : "Doubtful input";

    public static Markup Write(Report report) => report.Diagnostics.IsEmpty ? Markup.None
        : $"""
            <section class="problems" id="{Id}" aria-labelledby="{Id}-title">
            <h2 id="{Id}-title">{Title(report)}</h2>
            {report.Diagnostics.GroupBy(diagnostic => diagnostic.Location.Path).Select(File)}</section>

            """;

    private static Markup File(IGrouping<string, Diagnostic> file) => $"""
        <h3>{file.Key}</h3>
        <p>{(file.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error) ? "What has an error in this file was not judged; mend it and run the check again." : "It was judged in spite of this.")}</p>
        <ul class="diagnostics">
        {file.Select(Problem)}</ul>

        """;

    private static Markup Problem(Diagnostic diagnostic)
    {
        var (line, column) = diagnostic.Location.Start;
        return $"<li><p><span class=\"tag\">{Words.Of(diagnostic.Level)} {diagnostic.Code}</span> line {line}, column {column}: {Prose.Of(diagnostic.Message)}</p>{Excerpt(diagnostic.Location)}<p>Cure: {Prose.Of(diagnostic.Cure)}</p></li>\n";
    }

    // What is shown of a line ends where a line of print would, however long the line is.
    private static Markup Excerpt(Location location)
    {
        const int most = 200;
        var line = location.Source.Content.Length == 0 ? "" : location.Source.LineAt(location.Start.Line);
        return string.IsNullOrWhiteSpace(line) ? Markup.None : $"<p><code class=\"excerpt\">{(line.Length <= most ? line : $"{line[..most]}…")}</code></p>";
    }
}
