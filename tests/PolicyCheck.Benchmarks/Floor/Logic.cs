namespace PolicyCheck.Benchmarks.Floor;

/// <summary>A truth in strong Kleene logic, for which <c>&amp;&amp;</c> and <c>||</c> leave out what can't matter any more.</summary>
/// <param name="order">0 false, 1 unknown, 2 true.</param>
internal readonly struct Logic(byte order)
{
    public static readonly Logic False = new(0);

    private readonly byte _order = order;

    public bool IsTrue => _order == 2;

    public bool IsFalse => _order == 0;

    public static bool operator true(Logic truth) => truth.IsTrue;

    public static bool operator false(Logic truth) => truth.IsFalse;

    public static Logic operator &(Logic left, Logic right) => new(Math.Min(left._order, right._order));

    public static Logic operator |(Logic left, Logic right) => new(Math.Max(left._order, right._order));

    public static Logic operator !(Logic truth) => new((byte)(2 - truth._order));
}
