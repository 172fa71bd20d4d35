namespace PolicyCheck.Cli.Output;

/// <summary>Writes files so that nobody meets half of one.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file beside its place and then moves it there; a link stays one, and so do the permissions.</summary>
    /// <param name="path">The path as the user named it.</param>
    /// <param name="content">The content.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be written.</exception>
    public static void Write(string path, byte[] content, Surroundings surroundings)
    {
        var named = Path.GetFullPath(path, surroundings.WorkingDirectory);
        var beside = "";
        try
        {
            if (IsDevice(named))
            {
                File.WriteAllBytes(named, content);
                return;
            }

            var full = Target(named);
            beside = $"{full}.{Environment.ProcessId}.part";
            File.WriteAllBytes(beside, content);
            if (!OperatingSystem.IsWindows() && File.Exists(full))
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(full));
            }

            File.Move(beside, full, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }

            throw new CommandException(ExitCode.Usage, $"`{path}` can't be written: {problem.Message}");
        }
    }

    /// <summary>The file itself where a path is that of a link to one.</summary>
    /// <param name="path">The absolute path.</param>
    public static string Target(string path) => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    /// <summary>Whether a path is that of a device, such as <c>/dev/stderr</c>, which takes bytes; nothing can be put in its place.</summary>
    /// <param name="path">The absolute path.</param>
    public static bool IsDevice(string path) => !OperatingSystem.IsWindows() && path.StartsWith("/dev/", StringComparison.Ordinal);
}
