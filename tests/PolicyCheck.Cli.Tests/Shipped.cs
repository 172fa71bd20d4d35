namespace PolicyCheck.Cli.Tests;

/// <summary>What the guide quotes from the rule sets that come with the program.</summary>
internal static class Shipped
{
    /// <summary>A rule, or a key of the whole file, with all that is under it and without its indentation.</summary>
    /// <param name="file">The file, below <c>rules</c>.</param>
    /// <param name="head">Its first line, such as <c>- id: consent</c> or <c>inForce:</c>.</param>
    public static async Task<string> Quote(string file, string head)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "rules", file), TestContext.Current.CancellationToken);
        var indentation = head.StartsWith('-') ? "  " : "";
        var start = Array.LastIndexOf(lines, indentation + head);
        Assert.True(start >= 0, $"{file} has no line `{indentation}{head}`");
        var rest = lines.Skip(start + 1).TakeWhile(line => line.StartsWith(indentation + "  ", StringComparison.Ordinal));
        return string.Concat(rest.Prepend(lines[start]).Select(line => line[indentation.Length..] + "\n"));
    }

    /// <summary>The names of all rules and rule sets, as <c>rule-set/rule</c> and <c>rule-set</c>.</summary>
    public static async Task<HashSet<string>> Names()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "rules"), "*.rules.yaml", SearchOption.AllDirectories))
        {
            var set = Path.GetFileName(file)[..^".rules.yaml".Length];
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            var rules = lines.SkipWhile(line => line != "rules:").Where(line => line.StartsWith("  - id: ", StringComparison.Ordinal));
            names.UnionWith(rules.Select(line => $"{set}/{line["  - id: ".Length..]}").Append(set));
        }

        return names;
    }
}
