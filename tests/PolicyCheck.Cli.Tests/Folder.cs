namespace PolicyCheck.Cli.Tests;

/// <summary>A folder of its own for one test, with the files written into it; it goes when the test ends.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policycheck-");

    /// <summary>The absolute path.</summary>
    public string Path => _folder.FullName;

    /// <summary>Everything in it, as paths from it, in ordinal order.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal);

    /// <summary>Writes a file.</summary>
    public Folder Write(string name, string text)
    {
        var full = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full) ?? Path);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Writes a file from bytes.</summary>
    public Folder Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    /// <summary>The text of a file.</summary>
    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Dispose() => _folder.Delete(recursive: true);
}
