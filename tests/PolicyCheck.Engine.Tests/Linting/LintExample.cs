using System.Text;
using System.Text.RegularExpressions;
using PolicyCheck.Linting;
using PolicyCheck.Loading;

namespace PolicyCheck.Tests.Linting;

/// <summary>A piece of a rule set, as the pages show it, completed to a whole one that is otherwise in order.</summary>
internal static partial class LintExample
{
    public static DateOnly AsOf { get; } = new(2026, 11, 23);

    private static readonly (string Key, string Text)[] Rest =
    [
        ("ruleSet", "# yaml-language-server: $schema=../schemas/rules.schema.json\nruleSet: shop-rules\n"),
        ("title", "title: The act on shops\n"),
        ("authority", "authority: A parliament\n"),
        ("standing", "standing: statute\n"),
        ("jurisdictions", "jurisdictions: [world]\n"),
        ("summary", "summary: Shops may not search faces.\n"),
        ("sources", "sources:\n  - {id: act, title: The act, read: official, checked: 2026-10-01, confidence: high}\n"),
        ("inForce", "inForce: [{from: 2021-01-01}]\n"),
        ("parameters", ""),
        ("definitions", ""),
        ("rules", "rules:\n  - id: no-search\n    title: A shop may not search faces\n    citation: act, section 1\n    prohibits: {deployer.sector: retail, system.function: identification}\n    severity: high\n    remedy: Stop searching.\n"),
        ("notCovered", "notCovered:\n  - All other places.\n"),
    ];

    /// <summary>What is found in a piece: codes, and the lines of the piece that they are about.</summary>
    public static LintResult Lint(string piece, string file = "shop-rules.rules.yaml", int within = 90)
    {
        var parts = Key().Split(piece.EndsWith('\n') ? piece : piece + "\n").Where(part => part.Length > 0).ToList();
        var text = string.Concat(Rest.Select(rest => parts.Find(part => part.Split('\n').Any(line => line.StartsWith(rest.Key + ":", StringComparison.Ordinal))) ?? rest.Text));
        return Linter.Lint([new PolicyFile(file, Encoding.UTF8.GetBytes(text))], [], new(AsOf, within));
    }

    public static IEnumerable<string> Codes(string piece, string file = "shop-rules.rules.yaml", int within = 90)
    {
        var result = Lint(piece, file, within);
        Assert.Empty(result.Diagnostics.Select(diagnostic => $"{diagnostic.Location.Start.Line}: {diagnostic.Message}"));
        return result.Open.Select(finding => finding.Rule.Code);
    }

    // A piece is cut before each key of the rule set, and before the comments above the first one.
    [GeneratedRegex("(?m)^(?=[a-zA-Z]+:)(?<!^#.*\n)")]
    private static partial Regex Key();
}
