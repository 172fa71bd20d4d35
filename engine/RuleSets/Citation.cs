using PolicyCheck.Text;

namespace PolicyCheck.RuleSets;

/// <summary>A place in a source.</summary>
/// <param name="SourceId">The source's identifier.</param>
/// <param name="Locator">Where in it, such as <c>paragraph 1</c>; may be empty.</param>
/// <param name="Location">Where the citation is written.</param>
public sealed record Citation(string SourceId, string Locator, Location Location)
{
    /// <summary>The citation as rule sets write it.</summary>
    public override string ToString() => Locator.Length == 0 ? SourceId : $"{SourceId}, {Locator}";
}
