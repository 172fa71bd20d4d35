namespace PolicyCheck.Cli.Tests;

/// <summary>
/// Compares whole outputs with files under <c>Golden/</c>. Where a change is meant,
/// <c>POLICYCHECK_UPDATE_GOLDEN=1 dotnet test</c> rewrites them; the commit then says why.
/// </summary>
internal static class Golden
{
    private const int Shown = 40;

    public static void Verify(string name, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "PolicyCheck.Cli.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("POLICYCHECK_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected != actual)
        {
            Assert.Fail($"Golden/{name} (-) is not what was written (+):\n{Difference(expected.Split('\n'), actual.Split('\n'))}\nWhere the change is meant, run POLICYCHECK_UPDATE_GOLDEN=1 dotnet test and look at what git shows.");
        }
    }

    /// <summary>The lines that differ, without the beginning and the end that both share.</summary>
    public static string Difference(string[] expected, string[] actual)
    {
        var start = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = expected.Skip(start).Reverse().Zip(actual.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n', Lines(expected, '-').Concat(Lines(actual, '+')));

        IEnumerable<string> Lines(string[] lines, char sign)
        {
            var changed = lines[start..^end];
            return changed.Take(Shown).Select((line, index) => $"{start + index + 1,5} {sign} {line}")
                .Concat(changed.Length > Shown ? [$"      {sign} and {changed.Length - Shown} lines more"] : []);
        }
    }
}
