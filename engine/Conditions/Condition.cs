using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Text;

namespace PolicyCheck.Conditions;

/// <summary>A condition over facts, true, false or unknown.</summary>
/// <param name="Location">Where it is written.</param>
public abstract record Condition(Location Location)
{
    /// <summary>The parts it is joined of, in the order written; a leaf has none.</summary>
    public ImmutableArray<Condition> Children() => this switch
    {
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        Negation negation => [negation.Part],
        Defined defined => [defined.Body],
        _ => [],
    };

    /// <summary>Its conditions on single facts, in the order written, definitions written out.</summary>
    public IEnumerable<Leaf> Leaves() => this is Leaf leaf ? [leaf] : Children().SelectMany(part => part.Leaves());
}

/// <summary>All parts hold; with no part it is true.</summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Parts">The parts, in the order written.</param>
public sealed record AllOf(Location Location, ImmutableArray<Condition> Parts) : Condition(Location);

/// <summary>At least one part holds; with no part it is false.</summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Parts">The parts, in the order written.</param>
public sealed record AnyOf(Location Location, ImmutableArray<Condition> Parts) : Condition(Location);

/// <summary>The part does not hold.</summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Part">The part.</param>
public sealed record Negation(Location Location, Condition Part) : Condition(Location);

/// <summary>A condition that the rule set defines by name.</summary>
/// <param name="Location">Where the name is used.</param>
/// <param name="Name">The name.</param>
/// <param name="Body">What it stands for.</param>
public sealed record Defined(Location Location, string Name, Condition Body) : Condition(Location);

/// <summary>A condition on one fact, which has no conditions on other facts inside it.</summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Fact">The fact.</param>
public abstract record Leaf(Location Location, FactDeclaration Fact) : Condition(Location);

/// <summary>Compares a fact with an operand.</summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Fact">The fact, or in a condition on rows the field.</param>
/// <param name="Operator">How to compare.</param>
/// <param name="Operand">What to compare with.</param>
public sealed record Test(Location Location, FactDeclaration Fact, TestOperator Operator, Operand Operand) : Leaf(Location, Fact);

/// <summary>Asks whether each or some of the selected rows meet a condition.</summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Fact">A list of records.</param>
/// <param name="Where">Which rows are meant, or null for all.</param>
/// <param name="Quantifier">Each or some.</param>
/// <param name="Row">The condition on a row's fields.</param>
public sealed record RowTest(Location Location, FactDeclaration Fact, Condition? Where, Quantifier Quantifier, Condition Row) : Leaf(Location, Fact);

/// <summary>Compares a measure over the selected rows with an operand.</summary>
/// <param name="Location">Where it is written.</param>
/// <param name="Fact">A list of records.</param>
/// <param name="Where">Which rows are meant, or null for all.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Operator">How to compare; one of those for numbers.</param>
/// <param name="Operand">What to compare with.</param>
public sealed record MeasureTest(Location Location, FactDeclaration Fact, Condition? Where, Measure Measure, TestOperator Operator, Operand Operand)
    : Leaf(Location, Fact);
