using PolicyCheck.RuleSets;

namespace PolicyCheck.Explanation;

/// <summary>Says who may waive a rule.</summary>
public static class WaivabilityText
{
    /// <summary>By whom, for how long and how often renewed, as a phrase that follows "may be waived".</summary>
    /// <param name="waivable">Who may.</param>
    public static string Phrase(Waivability waivable)
    {
        ArgumentNullException.ThrowIfNull(waivable);
        var by = waivable.By is [.. var first, var last] && !first.IsEmpty ? $"{string.Join(", ", first)} or {last}" : waivable.By[0];
        var length = waivable.For is { } most ? $", for at most {most}" : ", for as long as the waiver says";
        return $"by the {by}{length}, {Renewals(waivable.Renewals)}";
    }

    private static string Renewals(int renewals) => renewals switch
    {
        0 => "without renewal",
        1 => "renewed at most once",
        2 => "renewed at most twice",
        _ => $"renewed at most {renewals} times",
    };
}
