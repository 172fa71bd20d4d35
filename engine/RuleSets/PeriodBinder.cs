using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Values;

namespace PolicyCheck.RuleSets;

/// <summary>Reads lists of periods.</summary>
internal static class PeriodBinder
{
    internal static ImmutableArray<string> InForceKeys { get; } = ["from", "until", "note"];
    internal static ImmutableArray<string> UnresolvedKeys { get; } = ["from", "until", "reason"];

    public static ImmutableArray<InForcePeriod> InForce(MappingBinder owner, DiagnosticBag diagnostics) =>
        [.. Mappings(owner, "inForce", diagnostics).Select(mapping =>
        {
            var binder = new MappingBinder(mapping, "a period in force", InForceKeys, diagnostics);
            return new InForcePeriod(Bind(binder), binder.Scalar("note")?.Value, mapping.Location);
        })];

    public static ImmutableArray<UnresolvedPeriod> Unresolved(MappingBinder owner, DiagnosticBag diagnostics) =>
        [.. Mappings(owner, "unresolved", diagnostics).Select(mapping =>
        {
            var binder = new MappingBinder(mapping, "an unresolved period", UnresolvedKeys, diagnostics);
            return new UnresolvedPeriod(Bind(binder), binder.RequireScalar("reason", "the act's expiry was reported both ways")?.Value ?? "", mapping.Location);
        })];

    public static Period Bind(MappingBinder binder) => new(binder.Date("from"), binder.Date("until"));

    private static IEnumerable<MappingNode> Mappings(MappingBinder owner, string key, DiagnosticBag diagnostics)
    {
        foreach (var item in owner.Items(key))
        {
            if (item is MappingNode mapping)
            {
                yield return mapping;
            }
            else
            {
                diagnostics.Error(BindingCodes.WrongShape, item.Location, "a period is a mapping", "write `- {from: 2020-06-10, until: 2021-06-10}`");
            }
        }
    }
}
