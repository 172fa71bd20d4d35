using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Facts;
using PolicyCheck.Loading;
using PolicyCheck.Schemas;

namespace PolicyCheck.Cli.Commands;

/// <summary>Where a new file goes.</summary>
/// <param name="Path">The path from the working directory, with forward slashes.</param>
/// <param name="Id">The identifier of what it holds.</param>
/// <param name="Surroundings">What the program takes from outside.</param>
internal sealed record NewPlace(string Path, string Id, Surroundings Surroundings)
{
    private string FullPath => System.IO.Path.GetFullPath(Path, Surroundings.WorkingDirectory);

    private string Folder => System.IO.Path.GetDirectoryName(FullPath) ?? Surroundings.WorkingDirectory;

    /// <summary>The place of a file by its name, with or without the ending of its kind.</summary>
    public static NewPlace Of(string name, string ending, Surroundings surroundings)
    {
        var path = Files.Name(name.EndsWith(ending, StringComparison.Ordinal) ? name : name + ending, surroundings).Shown;
        var id = path[(path.LastIndexOf('/') + 1)..^ending.Length];
        return Identifier.IsKebabCase(id)
            ? new(path, id, surroundings)
            : throw new CommandException(ExitCode.Usage, $"`{id}` is not an identifier: use lower-case letters, digits and single hyphens, such as `store-notice`");
    }

    /// <summary>The place of a vocabulary; one that is made anew is named after its folder.</summary>
    public static NewPlace OfVocabulary(string name, Surroundings surroundings)
    {
        var file = Files.Name(name, surroundings);
        var folder = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file.Full)) ?? "";
        return new PolicyFile(file.Shown, default).IsVocabulary
            ? new(file.Shown, Identifier.IsKebabCase(folder) && folder != "core" ? folder : "own", surroundings)
            : throw new CommandException(ExitCode.Usage, $"`{name}` is no vocabulary by its name: vocabularies end in `vocabulary.yaml`");
    }

    /// <summary>Refuses to overwrite.</summary>
    /// <exception cref="CommandException">There is such a file, and nothing forces it.</exception>
    public void Refuse(bool force)
    {
        if (!force && System.IO.File.Exists(FullPath))
        {
            throw new CommandException(ExitCode.Usage, $"`{Path}` exists: choose another name, or overwrite it with `--force`");
        }
    }

    /// <summary>The text that is there already, or null.</summary>
    public string? Existing() => System.IO.File.Exists(FullPath) ? Encoding.UTF8.GetString(Files.Read(new(FullPath, Path), Surroundings)) : null;

    /// <summary>The file as it will be.</summary>
    public PolicyFile File(string text) => new(Path, Encoding.UTF8.GetBytes(text));

    /// <summary>The vocabularies in its folder and those above it, up to the working directory.</summary>
    public IEnumerable<PolicyFile> Vocabularies() => Folders()
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder).Where(file => new PolicyFile(file, default).IsVocabulary).Order(StringComparer.Ordinal))
        .Select(file => Files.Name(file, Surroundings))
        .Select(file => new PolicyFile(file.Shown, Files.Read(file, Surroundings)));

    /// <summary>The facts that a file there can use.</summary>
    public Vocabulary Vocabulary(Surroundings surroundings)
    {
        var own = Vocabularies().ToImmutableArray();
        return RuleFiles.Checked(RuleLibraryLoader.Load([.. own, .. own.Any(RuleLibraryLoader.DeclaresCore) ? [] : BuiltInRules.Files.Where(file => file.IsVocabulary)]), surroundings).Vocabulary;
    }

    /// <summary>The path of its schema from its folder: that of a folder <c>schemas</c> here or above, or else one to be made here.</summary>
    public string SchemaPath(SchemaKind kind) =>
        System.IO.Path.GetRelativePath(Folder, ExistingSchema(kind) ?? SchemaIn(Folder, kind)).Replace('\\', '/');

    /// <summary>Writes the file and, unless it is there, its schema; tells which.</summary>
    public void Write(string text, SchemaKind kind, Vocabulary vocabulary)
    {
        var page = new TextPage(Surroundings.Colours, Surroundings.Width);
        Write(text, kind, vocabulary, page);
        page.WriteTo(Surroundings.Output);
    }

    /// <summary>Writes the file and, unless it is there, its schema, for a verb with a report of its own.</summary>
    public void WriteSilently(string text, SchemaKind kind, Vocabulary vocabulary) => Write(text, kind, vocabulary, new(colours: false, Surroundings.PlainWidth));

    private void Write(string text, SchemaKind kind, Vocabulary vocabulary, TextPage page)
    {
        Write(FullPath, text, page);
        if (ExistingSchema(kind) is null)
        {
            Write(SchemaIn(Folder, kind), JsonSchema.Write(kind, vocabulary), page);
        }
    }

    /// <summary>Writes anew the schemas that name facts, where they lie here or above and were made by this program.</summary>
    public void RefreshSchemas(Vocabulary vocabulary)
    {
        var page = new TextPage(Surroundings.Colours, Surroundings.Width);
        foreach (var kind in Enum.GetValues<SchemaKind>())
        {
            var schema = JsonSchema.Write(kind, vocabulary);
            if (ExistingSchema(kind) is { } full && System.IO.File.ReadAllText(full) is var old && old != schema && old.Contains(JsonSchema.IdOf(kind), StringComparison.Ordinal))
            {
                Write(full, schema, page);
            }
        }

        page.WriteTo(Surroundings.Output);
    }

    private void Write(string full, string text, TextPage page)
    {
        var shown = Files.Name(full, Surroundings).Shown;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full) ?? Folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"`{shown}` can't be written: {problem.Message}");
        }

        new OutputTarget("text", shown).Write(Surroundings, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        page.Line(0, TextPage.Styled($"wrote {shown}"));
    }

    private string? ExistingSchema(SchemaKind kind) => Folders().Select(folder => SchemaIn(folder, kind)).FirstOrDefault(System.IO.File.Exists);

    private static string SchemaIn(string folder, SchemaKind kind) => System.IO.Path.Combine(folder, "schemas", $"{kind.ToString().ToLowerInvariant()}.schema.json");

    // From its own folder upwards, as far as the working directory; a folder outside of that stands alone.
    private IEnumerable<string> Folders()
    {
        var root = System.IO.Path.TrimEndingDirectorySeparator(Surroundings.WorkingDirectory);
        for (var folder = Folder; ; folder = System.IO.Path.GetDirectoryName(folder) ?? root)
        {
            yield return folder;
            if (folder == root || !folder.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                yield break;
            }
        }
    }
}
