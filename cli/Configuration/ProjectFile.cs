using PolicyCheck.Cli.Commands;
using PolicyCheck.Cli.Input;
using PolicyCheck.Projects;

namespace PolicyCheck.Cli.Configuration;

/// <summary>A project's configuration as it was found.</summary>
/// <param name="File">The file.</param>
/// <param name="Project">What it sets.</param>
internal sealed record ProjectFile(FilePath File, Project Project)
{
    /// <summary>The variable that names the configuration's file.</summary>
    public const string Variable = "POLICYCHECK_CONFIG";

    /// <summary>The file named, or the first found in the working directory and the folders above it.</summary>
    /// <param name="named">The file named on the command line, or null.</param>
    /// <param name="none">Whether none is to be read.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It doesn't exist or has errors.</exception>
    public static ProjectFile? Find(string? named, bool none, Surroundings surroundings)
    {
        if (none)
        {
            return null;
        }

        named ??= surroundings.Environment.GetValueOrDefault(Variable) is { Length: > 0 } set ? set : null;
        var path = named is null ? FindUpwards(surroundings.WorkingDirectory) : Path.GetFullPath(named, surroundings.WorkingDirectory);
        if (path is null)
        {
            return null;
        }

        var file = Files.Name(path, surroundings);
        var (project, diagnostics) = ProjectReader.Read(file.Shown, Files.Read(file, surroundings), Check.Formats);
        surroundings.Write(diagnostics);
        return project is null
            ? throw new CommandException(ExitCode.Usage, "the configuration has errors, so nothing was done")
            : new(file, project);
    }

    /// <summary>A value as if it had been named on the command line: paths start from the configuration's folder.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="value">The value as written.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public string FromHere(ProjectKey key, string value, Surroundings surroundings)
    {
        if (key.IsPath)
        {
            return Files.Name(Path.Combine(Folder, value), surroundings).Shown;
        }

        return key.Name == "output" && value.Split('=', 2) is [var format, { Length: > 0 } path] ? $"{format}={Files.Name(Path.Combine(Folder, path), surroundings).Shown}" : value;
    }

    private string Folder => Path.GetDirectoryName(File.Full) ?? "";

    private static string? FindUpwards(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            var file = Path.Combine(here.FullName, ProjectReader.FileName);
            if (System.IO.File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
