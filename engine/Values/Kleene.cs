namespace PolicyCheck.Values;

/// <summary>The connectives of strong Kleene logic.</summary>
public static class Kleene
{
    /// <summary>Conjunction: the least of both.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static Truth And(Truth left, Truth right) => left < right ? left : right;

    /// <summary>Disjunction: the greatest of both.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static Truth Or(Truth left, Truth right) => left > right ? left : right;

    /// <summary>Negation; unknown stays unknown.</summary>
    /// <param name="truth">What to negate.</param>
    public static Truth Not(Truth truth) => (Truth)(Truth.True - truth);

    /// <summary>The truth of a three-valued answer; null is unknown.</summary>
    /// <param name="answer">The answer.</param>
    public static Truth Of(bool? answer) => answer is { } known ? Of(known) : Truth.Unknown;

    /// <summary>The three-valued answer of a truth; null is unknown.</summary>
    /// <param name="truth">The truth.</param>
    public static bool? ToAnswer(Truth truth) => truth == Truth.Unknown ? null : truth == Truth.True;

    /// <summary>True or false, from a two-valued answer.</summary>
    /// <param name="answer">The answer.</param>
    public static Truth Of(bool answer) => answer ? Truth.True : Truth.False;
}
