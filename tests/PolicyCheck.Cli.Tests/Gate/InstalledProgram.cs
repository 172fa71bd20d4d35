namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>A folder for the PATH with <c>policycheck</c> in it: the program that was built, as a user has it installed.</summary>
internal sealed class InstalledProgram : IDisposable
{
    private readonly Folder _folder = new();

    public InstalledProgram()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is put on the PATH by a script for sh");
        _folder.Write("policycheck", $"#!/bin/sh\nexec dotnet '{typeof(Application).Assembly.Location}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The program's path.</summary>
    public string Path => System.IO.Path.Combine(_folder.Path, "policycheck");

    /// <summary>The environment in which the program is found.</summary>
    public Dictionary<string, string?> Environment => new()
    {
        ["PATH"] = $"{_folder.Path}{System.IO.Path.PathSeparator}{System.Environment.GetEnvironmentVariable("PATH")}",
        ["DOTNET_NOLOGO"] = "1",
    };

    public void Dispose() => _folder.Dispose();
}
