using PolicyCheck.RuleSets;

namespace PolicyCheck.Schemas;

/// <summary>What an editor shows for the words that rule sets choose from.</summary>
internal static class WordText
{
    /// <summary>What a standing makes of a text.</summary>
    /// <param name="standing">The standing.</param>
    public static string Of(Standing standing) => standing switch
    {
        Standing.Statute => "An act of a legislature.",
        Standing.Regulation => "A rule made under a statute.",
        Standing.Ordinance => "A law of a city or county.",
        Standing.CourtOrder => "A judgment, decree or order, which binds its parties.",
        Standing.ContractTerm => "A term of a contract.",
        Standing.CorporatePolicy => "What a company has said it will do or not do.",
        Standing.Guidance => "Advice; it doesn't decide the verdict.",
        Standing.Standard => "A technical standard; it doesn't decide the verdict.",
        _ => "A bill or a demand, not in force; left out unless asked for.",
    };

    /// <summary>What a severity asks for.</summary>
    /// <param name="severity">The severity.</param>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical => "Stop at once.",
        Severity.High => "Cure before going on.",
        Severity.Medium => "Cure soon.",
        _ => "Worth curing.",
    };

    /// <summary>How a text was read.</summary>
    /// <param name="read">How it was read.</param>
    public static string Of(ReadFrom read) => read switch
    {
        ReadFrom.Official => "On the authority's own page or in its gazette.",
        ReadFrom.Publisher => "In a publisher's copy of the text.",
        ReadFrom.Secondary => "Through somebody's account of it.",
        _ => "Not read: from memory; what such a rule finds failing counts as indeterminate.",
    };

    /// <summary>How sure those who encoded a rule are.</summary>
    /// <param name="confidence">The confidence.</param>
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => "The text was seen, or several sources agree.",
        Confidence.Medium => "A secondary source, or good memory.",
        _ => "Doubtful: verify before relying on it.",
    };
}
