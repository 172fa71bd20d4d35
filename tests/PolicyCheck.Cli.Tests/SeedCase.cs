namespace PolicyCheck.Cli.Tests;

/// <summary>A row of <c>Cases/seed-cases.md</c>.</summary>
/// <param name="Manifest">The manifest's name.</param>
/// <param name="Use">The use meant, or empty for each use.</param>
/// <param name="Day">The day asked about.</param>
/// <param name="Rule">The rule, as <c>rule-set/rule</c>.</param>
/// <param name="Expected">What the rule must come to.</param>
public sealed record SeedCase(string Manifest, string Use, string Day, string Rule, string Expected)
{
    /// <summary>The outcome without its reason.</summary>
    public string Outcome => Expected.Split(' ')[0];

    /// <summary>All rows, each named by its text.</summary>
    public static IEnumerable<TheoryDataRow<string>> Rows() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "PolicyCheck.Cli.Tests", "Cases", "seed-cases.md"))
            .Where(line => line.StartsWith("| D", StringComparison.Ordinal))
            .Select(line => new TheoryDataRow<string>(line.Trim('|', ' ')));

    /// <summary>Reads a row.</summary>
    public static SeedCase Parse(string row)
    {
        string[] cells = [.. row.Split('|').Select(cell => cell.Trim())];
        string[] manifest = [.. cells[1].Split(':'), ""];
        return new(manifest[0], manifest[1], cells[2], cells[3], cells[4]);
    }

    /// <summary>What is said in brackets after a word, such as the name of an exception, or empty.</summary>
    public string Said(string word)
    {
        var start = Expected.IndexOf($"({word}", StringComparison.Ordinal);
        return start < 0 ? "" : Expected[(start + word.Length + 1)..Expected.IndexOf(')', start)].Trim();
    }
}
