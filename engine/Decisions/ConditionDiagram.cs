using PolicyCheck.Conditions;

namespace PolicyCheck.Decisions;

/// <summary>Joins the diagrams of single tests to those of conditions and outcomes.</summary>
internal static class ConditionDiagram
{
    private enum Operation
    {
        And,
        Or,
        Decide,
        Not,
        Differ,
        Without,
    }

    /// <summary>The diagram of a condition: one where it holds, zero where it doesn't.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="diagram">Where diagrams are made.</param>
    /// <param name="leaf">The diagram of a test; asked for in the order of the text.</param>
    public static int Build(Condition condition, Diagram diagram, Func<Leaf, int> leaf) => condition switch
    {
        AllOf all => all.Parts.Aggregate(Diagram.Constant(1), (sum, part) => And(diagram, sum, Build(part, diagram, leaf))),
        AnyOf any => any.Parts.Aggregate(Diagram.Constant(0), (sum, part) => Or(diagram, sum, Build(part, diagram, leaf))),
        Negation negation => diagram.Apply((int)Operation.Not, static (truth, _) => 1 - truth, Build(negation.Part, diagram, leaf), Diagram.Constant(0)),
        Defined defined => Build(defined.Body, diagram, leaf),
        Leaf test => leaf(test),
        _ => throw new InvalidOperationException($"no diagram for {condition.GetType().Name}"),
    };

    /// <summary>Where both hold.</summary>
    public static int And(Diagram diagram, int left, int right) => diagram.Apply((int)Operation.And, static (first, second) => first & second, left, right);

    /// <summary>Where one of both holds.</summary>
    public static int Or(Diagram diagram, int left, int right) => diagram.Apply((int)Operation.Or, static (first, second) => first | second, left, right);

    /// <summary>Where one holds and the other doesn't.</summary>
    public static int Without(Diagram diagram, int left, int right) => diagram.Apply((int)Operation.Without, static (first, second) => first & (1 - second), left, right);

    /// <summary>Where two diagrams come to different constants.</summary>
    public static int Differ(Diagram diagram, int left, int right) => diagram.Apply((int)Operation.Differ, static (first, second) => first == second ? 0 : 1, left, right);

    /// <summary>What a rule comes to, as a number of <see cref="Completed"/>.</summary>
    /// <param name="diagram">Where diagrams are made.</param>
    /// <param name="speaks">Where the rule speaks.</param>
    /// <param name="kept">Where what it requires, or an exception, holds.</param>
    public static int Decide(Diagram diagram, int speaks, int kept) => diagram.Apply(
        (int)Operation.Decide,
        static (first, second) => (int)(first == 0 ? Completed.NotApplicable : second == 0 ? Completed.Fail : Completed.Pass),
        speaks,
        kept);
}
