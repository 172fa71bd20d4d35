using System.Text.Json;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>A manifest and rules that can be read, with a text wherever somebody may write one.</summary>
internal static class HostileTexts
{
    private const int Longest = 400;

    public static string Manifest(string text) => $"""
        manifest: hostile
        title: {Quoted(text)}
        description: {Quoted(text)}
        police: {"{"}value: true, basis: documented, source: {Quoted(text)}{"}"}
        vendor: {Quoted(text)}
        places: [DE]
        results: [{"{"}group: {Quoted(text)}, trials: 10, errors: 1{"}"}]
        uses: [{"{"}id: u, title: {Quoted(text)}, live: true{"}"}]

        """;

    public static string Rules(string text) => $"""
        ruleSet: a
        title: {Quoted(text)}
        authority: {Quoted(text)}
        standing: statute
        jurisdictions: [world]
        summary: {Quoted(text)}
        sources:
          - {"{"}id: act, title: {Quoted(text)}, url: "https://example.org/", read: official, checked: 2021-01-01, confidence: high{"}"}
        inForce: [{"{"}from: 2020-01-01{"}"}]
        rules:
          - id: fails
            title: {Quoted(text)}
            citation: {Quoted(text, "act, ")}
            prohibits: {"{"}police: true{"}"}
            unless: [{"{"}id: e, title: {Quoted(text)}, citation: act, when: {"{"}roles: employer{"}"}{"}"}]
            severity: high
            remedy: {Quoted(text)}
          - id: passes
            title: {Quoted(text)}
            citation: act
            prohibits: {"{"}vendor: {Quoted(text, "not ")}{"}"}
            severity: low
            remedy: {Quoted(text)}
        notCovered:
          - {Quoted(text)}

        """;

    // A text of nothing but blanks is refused where a title is asked for.
    private static string Quoted(string text, string before = "") => JsonSerializer.Serialize(before + text[..Math.Min(text.Length, Longest)] + "x");
}
