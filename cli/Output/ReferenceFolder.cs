using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Cli.Input;
using PolicyCheck.Reference;

namespace PolicyCheck.Cli.Output;

/// <summary>A folder with the pages of a reference.</summary>
internal static class ReferenceFolder
{
    /// <summary>Writes the pages that aren't there as they should be, and removes those made for rule sets that are gone.</summary>
    /// <param name="target">The format and the folder.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static void Write(OutputTarget target, ImmutableArray<ReferenceFile> pages, Surroundings surroundings)
    {
        var folder = target.Path ?? throw new ArgumentException("a folder is named", nameof(target));
        try
        {
            foreach (var page in pages.Where(page => Existing(folder, page.Path, surroundings) != page.Text))
            {
                var path = $"{folder.TrimEnd('/')}/{page.Path}";
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path, surroundings.WorkingDirectory)) ?? folder);
                new OutputTarget(target.Format, path).Write(surroundings, stream => stream.Write(Encoding.UTF8.GetBytes(page.Text)));
            }

            foreach (var name in Superfluous(folder, pages, surroundings))
            {
                File.Delete(Full(folder, name, surroundings));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"the folder `{folder}` can't be written: {problem.Message}");
        }
    }

    /// <summary>Whether the folder holds the pages and none besides that was made here; what differs goes to standard error.</summary>
    /// <param name="target">The format and the folder.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static bool Check(OutputTarget target, ImmutableArray<ReferenceFile> pages, Surroundings surroundings)
    {
        var folder = target.Path ?? throw new ArgumentException("a folder is named", nameof(target));
        var differences = pages
            .Select(page => (page.Path, State: Existing(folder, page.Path, surroundings) is not { } text ? "missing" : text == page.Text ? "" : "stale"))
            .Where(page => page.State.Length > 0)
            .Concat(Superfluous(folder, pages, surroundings).Select(name => (Path: name, State: "superfluous")))
            .OrderBy(page => page.Path, StringComparer.Ordinal)
            .ToList();
        foreach (var (path, state) in differences)
        {
            surroundings.Error.WriteLine(Text.VisibleText.Of($"{folder.TrimEnd('/')}/{path}: {state}"));
        }

        if (differences.Count > 0)
        {
            surroundings.Error.WriteLine(Text.VisibleText.Of($"policycheck: the reference in `{folder}` is out of date: run the same command without `--check`"));
        }

        return differences.Count == 0;
    }

    private static List<string> Superfluous(string folder, ImmutableArray<ReferenceFile> pages, Surroundings surroundings)
    {
        var known = pages.Select(page => page.Path).ToHashSet(StringComparer.Ordinal);
        var root = Path.GetFullPath(folder, surroundings.WorkingDirectory);
        return !Directory.Exists(root)
            ? []
            : Files.InFolder(folder, surroundings, name => name.EndsWith(Path.GetExtension(pages[0].Path), StringComparison.Ordinal))
                .Select(file => Path.GetRelativePath(root, file.Full).Replace('\\', '/'))
                .Where(name => !known.Contains(name) && Existing(folder, name, surroundings) is { } text && ReferenceBook.IsGenerated(text))
                .ToList();
    }

    private static string? Existing(string folder, string name, Surroundings surroundings) =>
        File.Exists(Full(folder, name, surroundings)) ? Encoding.UTF8.GetString(Files.Read(new(Full(folder, name, surroundings), name), surroundings)) : null;

    private static string Full(string folder, string name, Surroundings surroundings) => Path.Combine(Path.GetFullPath(folder, surroundings.WorkingDirectory), name);
}
