using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A text for people that tells them nothing.</summary>
internal static class EmptyMessage
{
    private static readonly string[] Keys = ["title", "summary", "remedy", "note", "reason", "meaning"];

    public static LintRule Rule { get; } = new("PC813", "empty-message", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        if (subject.Set is null)
        {
            return [];
        }

        var told =
            from mapping in NodeWalk.Mappings(subject.Root)
            let id = (mapping["id"] ?? mapping["ruleSet"]) as ScalarNode
            from entry in mapping.Entries
            where Keys.Contains(entry.Key.Value) && entry.Value is ScalarNode
            select (What: entry.Key.Value, Text: (ScalarNode)entry.Value, Id: id?.Value);
        var left = NodeWalk.Scalars(subject.Root?["notCovered"]).Select(node => (What: "notCovered", Text: node, Id: (string?)null));
        return
            from text in told.Concat(left)
            where SaysNothing(text.Text.Value, text.Id)
            select new LintProblem(
                text.Text.Location,
                $"this `{text.What}` tells a reader nothing: {VisibleText.Quoted(text.Text.Value)}",
                "write a sentence that says something the id doesn't");
    }

    private static bool SaysNothing(string text, string? id)
    {
        var words = text.Split([' ', '-', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ':', '!')).Where(word => word.Length > 0).ToList();
        return words.Count <= 1
            || (!text.Trim().Contains(' ', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal))
            || words.SequenceEqual((id ?? "").Split('-'), StringComparer.OrdinalIgnoreCase);
    }
}
