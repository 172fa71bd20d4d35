namespace PolicyCheck.Tests;

/// <summary>Files of the repository that hold a whole output; <c>POLICYCHECK_UPDATE_GOLDEN=1 dotnet test</c> rewrites them.</summary>
public static class Golden
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    public static void Verify(string relative, string actual)
    {
        var path = PathOf(relative);
        if (Environment.GetEnvironmentVariable("POLICYCHECK_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{relative} is missing: run POLICYCHECK_UPDATE_GOLDEN=1 dotnet test");
        var expected = File.ReadAllText(path);
        if (expected != actual)
        {
            var line = expected.Split('\n').Zip(actual.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count();
            Assert.Fail(
                $"{relative} is out of date from line {line + 1}:\n- {expected.Split('\n').ElementAtOrDefault(line)}\n+ {actual.Split('\n').ElementAtOrDefault(line)}\n"
                + "if the change is meant, run POLICYCHECK_UPDATE_GOLDEN=1 dotnet test and say why in the commit");
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PolicyCheck.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("no PolicyCheck.sln above the tests");
    }
}
