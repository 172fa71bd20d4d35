using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Generation;

/// <summary>Random waivers of a generated library's rules, some with conditions on days.</summary>
internal static class GeneratedWaivers
{
    public static WaiverRegister Of(RuleLibrary library, Manifest manifest, Dice dice)
    {
        var rules = library.RuleSets.SelectMany(set => set.Rules).Where(rule => rule.Waivable is not null).Select(rule => rule.QualifiedId).ToImmutableArray();
        var text = new StringBuilder("waivers:\n");
        var count = rules.IsEmpty ? 0 : dice.Pick([0, 1, 2, 3]);
        for (var i = 0; i < count; i++)
        {
            var days = dice.Some(Pools.StatedDates.Order(StringComparer.Ordinal).ToList(), 2);
            var condition = dice.Chance(40) ? $"    conditions: {{dep.d1: {{within: {dice.Pick(Pools.Spans)}}}}}\n" : "";
            text.Append($"  - id: w{i}\n    rule: {dice.Pick(rules)}\n    deployment: {manifest.Id}\n    digest: {manifest.Digest}\n")
                .Append($"    reason: none\n    grantor: Ada\n    authority: The Minister\n    requestedBy: Charles\n    from: {days[0]}\n    to: {days[^1]}\n{condition}");
        }

        var register = WaiverRegister.Of([WaiverReader.Read("waivers.yaml", Encoding.UTF8.GetBytes(count == 0 ? "waivers: []" : text.ToString()), library)], library);
        return register.HasErrors
            ? throw new InvalidOperationException("the generator wrote waivers with errors:\n" + string.Join('\n', register.Diagnostics.Select(one => one.Message)) + "\n" + text)
            : register;
    }
}
