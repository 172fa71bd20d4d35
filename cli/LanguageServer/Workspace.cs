using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Cli.LanguageServer.Protocol;
using PolicyCheck.Loading;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>The author's files: those of the folders that the editor has open, with the texts it hasn't saved yet in their place.</summary>
internal sealed class Workspace
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    private readonly SortedDictionary<string, PolicyFile> _saved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenText> _open = new(StringComparer.Ordinal);

    /// <summary>All files, in ordinal order of their paths, which are absolute and have forward slashes.</summary>
    public ImmutableArray<PolicyFile> Files =>
        [.. _saved.Values.Where(file => !_open.ContainsKey(file.Path)).Concat(_open.Values.Select(open => open.File)).Where(IsOurs).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The path of a file, or null where it has none on disk.</summary>
    /// <param name="uri">Its address.</param>
    public static string? PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? parsed.LocalPath.Replace('\\', '/') : null;

    /// <summary>The address of a file, as the editor wrote it where it has the file open.</summary>
    /// <param name="path">Its path.</param>
    public string UriOf(string path) => _open.TryGetValue(path, out var open) ? open.Uri : new Uri(path).AbsoluteUri;

    /// <summary>The version of an open text, or null.</summary>
    /// <param name="path">Its path.</param>
    public int? VersionOf(string path) => _open.GetValueOrDefault(path)?.Version;

    /// <summary>The text of an open file, or null.</summary>
    /// <param name="path">Its path.</param>
    public SourceText? TextOf(string path) => _open.GetValueOrDefault(path)?.Text;

    /// <summary>Takes in the files of a folder and those below it, what programs put there aside.</summary>
    /// <param name="folder">The folder.</param>
    public void AddFolder(string folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var next) && Directory.Exists(next))
        {
            foreach (var file in Directory.EnumerateFiles(next, "*", options))
            {
                Reread(file.Replace('\\', '/'));
            }

            foreach (var below in Directory.EnumerateDirectories(next, "*", options).Where(below => Path.GetFileName(below) is var name && !name.StartsWith('.') && !Skipped.Contains(name)))
            {
                folders.Push(below);
            }
        }
    }

    /// <summary>Reads a file anew, or forgets it where it is gone.</summary>
    /// <param name="path">Its path.</param>
    public void Reread(string path)
    {
        if (!IsOurs(new(path, default)))
        {
            return;
        }

        try
        {
            _saved[path] = new(path, File.ReadAllBytes(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _saved.Remove(path);
        }
    }

    /// <summary>Takes an open text in place of the saved one.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="document">The text and its version.</param>
    public void Open(string path, Document document) => Set(path, document.Uri, document.Version, document.Text ?? "");

    /// <summary>Changes an open text.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="parameters">The changes, one after the other.</param>
    public void Change(string path, ChangeParams parameters)
    {
        var text = TextOf(path) ?? new SourceText(path, "");
        foreach (var change in parameters.ContentChanges)
        {
            var (start, end) = change.Range is { } range ? (text.OffsetOf(range.Start.InText), text.OffsetOf(range.End.InText)) : (0, text.Content.Length);
            text = new(path, string.Concat(text.Content.AsSpan(0, start), change.Text, text.Content.AsSpan(Math.Max(start, end))));
        }

        Set(path, parameters.TextDocument.Uri, parameters.TextDocument.Version, text.Content);
    }

    /// <summary>Goes back to the saved file.</summary>
    /// <param name="path">Its path.</param>
    public void Close(string path)
    {
        _open.Remove(path);
        Reread(path);
    }

    /// <summary>A file as a test file names it, or null where there is none.</summary>
    /// <param name="path">Its path.</param>
    public PolicyFile? Find(string path) => _open.GetValueOrDefault(path)?.File ?? _saved.GetValueOrDefault(path);

    private void Set(string path, string uri, int? version, string text) =>
        _open[path] = new(uri, version, new(path, text), new(path, Encoding.UTF8.GetBytes(text)));

    private static bool IsOurs(PolicyFile file) => file is { IsRuleSet: true } or { IsTest: true } or { IsManifest: true } or { IsVocabulary: true };

    private sealed record OpenText(string Uri, int? Version, SourceText Text, PolicyFile File);
}
