using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Mutation;

/// <summary>A rule set with one small change, of the kind that people make by mistake.</summary>
/// <param name="Id">An <c>m</c> and seven hexadecimal digits made from what is changed, so that it stays while that does.</param>
/// <param name="Original">The rule set as it stands.</param>
/// <param name="Changed">The rule set with the change.</param>
/// <param name="Rule">The rule in which the change is told; of a change in a definition the first that uses it.</param>
/// <param name="Change">What is changed.</param>
/// <param name="Location">Where that is written.</param>
public sealed record Mutant(string Id, RuleSet Original, RuleSet Changed, Rule Rule, Change Change, Location Location)
{
    /// <summary>The names of the rules that differ.</summary>
    public IEnumerable<string> ChangedRules => Changed.InForce == Original.InForce && Changed.Jurisdictions == Original.Jurisdictions && Changed.Reaches == Original.Reaches
        ? Original.Rules.Zip(Changed.Rules).Where(pair => !ReferenceEquals(pair.First, pair.Second)).Select(pair => pair.First.QualifiedId)
        : Original.Rules.Select(rule => rule.QualifiedId);

    /// <summary>One sentence on what no case notices.</summary>
    public string Sentence => $"{Change.Unnoticed} ({Rule.Id}, {Citation})";

    private string Citation => Rule.Citation.Locator.Length > 0 ? Rule.Citation.Locator : Rule.Citation.SourceId;
}

/// <summary>A change in words.</summary>
/// <param name="Kind">Its kind, in kebab-case.</param>
/// <param name="Before">What stands.</param>
/// <param name="After">What would stand in its place; null where it is left out.</param>
public sealed record Change(string Kind, string Before, string? After)
{
    /// <summary>That no case notices it.</summary>
    public string Unnoticed => After is null ? $"no case notices when `{Before}` is left out" : $"no case tells `{Before}` from `{After}`";
}
