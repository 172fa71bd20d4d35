using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Decisions;

/// <summary>Digests of what rules mean: the same however the file is laid out, commented and worded, another when a rule judges otherwise.</summary>
public static class RuleDigest
{
    /// <summary>The digest of one rule as its rule set applies it, with definitions and parameters written out.</summary>
    /// <param name="set">Its rule set.</param>
    /// <param name="rule">The rule.</param>
    /// <returns><c>sha256:</c> and lower-case hexadecimal digits.</returns>
    public static string Of(RuleSet set, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rule);
        return Hash(Write(set, new StringBuilder(), rule));
    }

    /// <summary>The digest of a whole rule set.</summary>
    /// <param name="set">The rule set.</param>
    /// <returns><c>sha256:</c> and lower-case hexadecimal digits.</returns>
    public static string Of(RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Hash(set.Rules.Aggregate(new StringBuilder(), (text, rule) => Write(set, text, rule)));
    }

    private static StringBuilder Write(RuleSet set, StringBuilder text, Rule rule)
    {
        text.Append(rule.QualifiedId).Append(' ').Append(set.Standing).Append(' ').Append(rule.Kind).Append(' ').Append(rule.Severity);
        text.Append(" in ").AppendJoin(',', set.Jurisdictions.Select(place => place.Code).Order(StringComparer.Ordinal));
        foreach (var reach in set.Reaches.Select(reach => LeafKey.Of(reach.When)).Order(StringComparer.Ordinal))
        {
            text.Append(" also ").Append(reach);
        }

        text.Append(" read ").Append(set.FindSource(rule.Citation.SourceId)?.Read);
        Append("days", set.InForce.Select(period => period.Period.ToString()));
        Append("own", rule.InForce.Select(period => period.Period.ToString()));
        Append("unresolved", set.Unresolved.Concat(rule.Unresolved).Select(period => period.Period.ToString()));
        Append("overrides", rule.Overrides.Select(reference => $"{reference.RuleSetId}/{reference.RuleId}"));
        text.Append(" when ").Append(rule.When is null ? "always" : LeafKey.Of(rule.When)).Append(" demands ").Append(LeafKey.Of(rule.Demand));
        foreach (var exception in rule.Exceptions.OrderBy(exception => exception.Id, StringComparer.Ordinal))
        {
            text.Append(" unless ").Append(exception.Id).Append(' ').Append(LeafKey.Of(exception.When));
            Append("days", exception.InForce.Select(period => period.Period.ToString()));
        }

        if (rule.Waivable is { } waivable)
        {
            text.Append(" waivable by ").AppendJoin(',', waivable.By.Order(StringComparer.Ordinal)).Append(" for ").Append(waivable.For?.ToString() ?? "any time").Append(CultureInfo.InvariantCulture, $" renewed {waivable.Renewals}");
        }

        return text.Append('\n');

        void Append(string name, IEnumerable<string> items) => text.Append(' ').Append(name).Append('[').AppendJoin(';', items).Append(']');
    }

    private static string Hash(StringBuilder text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}";
}
