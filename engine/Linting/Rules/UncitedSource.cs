using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A source that no citation and no note names.</summary>
internal static class UncitedSource
{
    public static LintRule Rule { get; } = new("PC808", "uncited-source", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        var cited = NodeWalk.Of(subject.Root, "citation").Select(node => node.Value.Split(',')[0].Trim()).ToHashSet(StringComparer.Ordinal);
        var notes = string.Join('\n', NodeWalk.Of(subject.Root, "note", "reason", "meaning").Select(node => node.Value));
        return
            from source in subject.Set?.Sources ?? []
            where !cited.Contains(source.Id) && !Names(notes, source.Id)
            select new LintProblem(
                source.Location,
                $"no rule, exception, parameter or note names the source `{source.Id}`",
                "cite it where it is relied on, name it in the note that it bears out, or remove it");
    }

    private static bool Names(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + 1, StringComparison.Ordinal))
        {
            if (!IsOfName(text, at - 1) && !IsOfName(text, at + id.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '-');
}
