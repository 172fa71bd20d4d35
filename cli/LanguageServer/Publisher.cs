using System.Collections.Immutable;
using PolicyCheck.Cli.LanguageServer.Protocol;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Tells the editor what is wrong with which file, whenever that changes.</summary>
internal sealed class Publisher(Conversation editor, Workspace workspace)
{
    private readonly Dictionary<string, (int? Version, ImmutableArray<Problem> Problems)> _told = new(StringComparer.Ordinal);

    /// <summary>Tells what is new.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="study">What a closer look at them found.</param>
    public void Publish(Analysis analysis, Study study)
    {
        var files = workspace.Files;
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _told.Keys.Where(path => !paths.Contains(path)).ToList())
        {
            Tell(gone, null, []);
            _told.Remove(gone);
        }

        foreach (var file in files)
        {
            var path = file.Path;
            ImmutableArray<Problem> problems = [.. analysis.DiagnosticsOf(path).Concat(study.Of(file)).Select(Problem)];
            var version = workspace.VersionOf(path);
            var isNew = !_told.TryGetValue(path, out var told) ? version is not null || problems.Length > 0 : told.Version != version || !told.Problems.SequenceEqual(problems);
            if (isNew)
            {
                _told[path] = (version, problems);
                Tell(path, version, problems);
            }
        }
    }

    private void Tell(string path, int? version, ImmutableArray<Problem> problems) =>
        editor.Tell("textDocument/publishDiagnostics", new(workspace.UriOf(path), version, problems), Wire.Default.PublishParams);

    private static Problem Problem(Diagnostic diagnostic) => new(
        Stretch.Of(diagnostic.Location),
        diagnostic.Level switch { DiagnosticLevel.Error => 1, DiagnosticLevel.Warning => 2, _ => 3 },
        diagnostic.Code,
        "policycheck",
        $"{diagnostic.Message}\ncure: {diagnostic.Cure}");
}
