namespace PolicyCheck.Conditions;

/// <summary>How large a condition is when its definitions are written out.</summary>
/// <param name="Parts">How many conditions there are in it, itself included.</param>
/// <param name="Depth">How deep they are nested.</param>
internal readonly record struct Extent(long Parts, int Depth)
{
    /// <summary>The most that is taken: what a rule of law never needs, and what compiles in a second.</summary>
    public static Extent Limit { get; } = new(5_000, 100);

    /// <summary>Whether it is larger than what is taken.</summary>
    public bool IsTooLarge => Parts > Limit.Parts || Depth > Limit.Depth;

    /// <summary>The extent of a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="bodies">The extents of definitions, found before and here.</param>
    public static Extent Of(Condition condition, Dictionary<Condition, Extent> bodies) => condition switch
    {
        AllOf all => Around(all.Parts, bodies),
        AnyOf any => Around(any.Parts, bodies),
        Negation negation => Around([negation.Part], bodies),
        Defined defined => OfBody(defined.Body, bodies),
        RowTest rows => Around([.. new[] { rows.Where, rows.Row }.OfType<Condition>()], bodies),
        MeasureTest { Where: { } where } => Around([where], bodies),
        _ => new(1, 1),
    };

    private static Extent OfBody(Condition body, Dictionary<Condition, Extent> bodies) =>
        bodies.TryGetValue(body, out var known) ? known : bodies[body] = Around([body], bodies);

    private static Extent Around(IReadOnlyCollection<Condition> parts, Dictionary<Condition, Extent> bodies)
    {
        var sum = new Extent(1, 0);
        foreach (var part in parts)
        {
            var (inner, depth) = Of(part, bodies);
            sum = new(sum.Parts + inner, Math.Max(sum.Depth, depth));
        }

        return sum with { Depth = sum.Depth + 1 };
    }
}
