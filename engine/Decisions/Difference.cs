using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>A deployment that tells two things apart.</summary>
/// <param name="Facts">The facts it hangs on, with values, in ordinal order.</param>
/// <param name="IsCertain">Whether there is such a deployment for certain; if not, nobody could find values for all its facts.</param>
public sealed record Difference(ImmutableArray<ExampleFact> Facts, bool IsCertain);

/// <summary>A fact of such a deployment.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Value">Its value; null where it must stay unstated.</param>
public sealed record ExampleFact(FactDeclaration Fact, Value? Value)
{
    /// <summary>How well it must be known.</summary>
    public Basis Basis { get; init; }

    /// <summary>The day of its statement, or null where nothing asks for it.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The statement as a manifest writes it: the value alone where nothing else is asked for.</summary>
    /// <param name="value">The value as a manifest writes it.</param>
    public string Statement(string value) => Basis == Basis.Claimed && On is null
        ? value
        : $"{{value: {value}{(Basis == Basis.Claimed ? "" : $", basis: {Words.Of(Basis)}")}{(On is { } day ? $", on: {IsoDate.Format(day)}" : "")}}}";
}
