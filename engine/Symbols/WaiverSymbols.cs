using PolicyCheck.Reading;

namespace PolicyCheck.Symbols;

/// <summary>What a file of waivers names: rules, and the facts of conditions.</summary>
internal static class WaiverSymbols
{
    /// <summary>Collects the names of one document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mentions">Where they go.</param>
    public static void Collect(MappingNode document, MentionBag mentions)
    {
        var conditions = new ConditionSymbols("", mentions);
        foreach (var waiver in (document["waivers"] as SequenceNode)?.Items.OfType<MappingNode>() ?? [])
        {
            if (waiver["rule"] is ScalarNode rule)
            {
                mentions.UseRule(rule, 0, "");
            }

            conditions.Collect(waiver["conditions"]);
        }
    }
}
