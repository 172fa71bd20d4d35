using System.Collections.Immutable;
using System.Globalization;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.RuleSets;

/// <summary>Reads who may waive a rule, or the rules of a set.</summary>
internal static class WaivabilityBinder
{
    internal const string Key = "waivable";

    internal static ImmutableArray<string> Keys { get; } = ["by", "for", "renewals", "citation"];

    /// <summary>The units in which <c>for</c> counts.</summary>
    internal static ImmutableArray<DurationUnit> Units { get; } = [DurationUnit.Days, DurationUnit.Weeks, DurationUnit.Months, DurationUnit.Years];

    /// <summary>The value of the key, or null where it is missing or, reported, says nothing that holds.</summary>
    public static Waivability? Bind(MappingBinder owner, ImmutableArray<Source> sources, DiagnosticBag diagnostics)
    {
        if (owner.Mapping(Key) is not { } mapping)
        {
            return null;
        }

        var binder = new MappingBinder(mapping, $"`{Key}`", Keys, diagnostics, emptyAllowed: false);
        var citation = CitationBinder.Require(binder, sources, diagnostics);
        var by = Offices(binder, diagnostics);
        var length = Length(binder, diagnostics);
        var renewals = Renewals(binder, diagnostics);
        return citation is null || by.IsEmpty ? null : new(by, length, renewals, citation, binder.Location);
    }

    private static ImmutableArray<string> Offices(MappingBinder binder, DiagnosticBag diagnostics)
    {
        if (binder.Require("by", "[Chief AI Officer of the agency]") is not { } node)
        {
            return [];
        }

        var by = binder.Texts("by");
        if (node is SequenceNode && by.IsEmpty)
        {
            diagnostics.Error(RuleSetCodes.Missing, node.Location, "nobody may waive this", "name the offices that may, or remove `waivable`");
        }

        foreach (var office in by.Where(office => string.IsNullOrWhiteSpace(office) || office.Contains('*', StringComparison.Ordinal)))
        {
            diagnostics.Error(RuleSetCodes.BadWaivability, node.Location, $"`{office}` is no office", "name each office that may waive it, as its waivers will name it");
        }

        return by;
    }

    private static Duration? Length(MappingBinder binder, DiagnosticBag diagnostics)
    {
        if (binder.Scalar("for") is not { } scalar)
        {
            return null;
        }

        if (NumberParser.TryDuration(scalar.Value, Declared, out var length, out var problem))
        {
            if (Units.Contains(length.Unit) && length.Amount >= 1 && length.Amount == decimal.Truncate(length.Amount))
            {
                return length;
            }

            problem = ($"`{scalar.Value}` is not a number of whole days", "write it as `90 days`, `12 weeks`, `6 months` or `1 year`");
        }

        diagnostics.Error(RuleSetCodes.BadWaivability, scalar.Location, problem.Message, problem.Cure);
        return null;
    }

    private static int Renewals(MappingBinder binder, DiagnosticBag diagnostics)
    {
        if (binder.Scalar("renewals") is not { } scalar)
        {
            return 0;
        }

        if (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var renewals) && renewals <= 1000)
        {
            return renewals;
        }

        diagnostics.Error(RuleSetCodes.BadWaivability, scalar.Location, $"`{scalar.Value}` is not a number of renewals", "write a whole number from 0 to 1000");
        return 0;
    }

    private static FactDeclaration Declared { get; } = new("for", FactType.Duration, "", [], "", "", "", [], "", 0, new Location(new SourceText("", ""), default));
}
