namespace PolicyCheck.Values;

/// <summary>What is known of a number: that it lies between two bounds, both inclusive.</summary>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be, or null where nothing bounds it.</param>
public readonly record struct NumberRange(decimal Low, decimal? High)
{
    /// <summary>A number that is known exactly.</summary>
    /// <param name="number">The number.</param>
    public static NumberRange Exactly(decimal number) => new(number, number);

    /// <summary>Whether this is at least the other, decided only where every possible pair agrees.</summary>
    /// <param name="other">What to compare with.</param>
    public Truth IsAtLeast(NumberRange other) =>
        other.High is { } high && Low >= high ? Truth.True
        : High is { } own && own < other.Low ? Truth.False
        : Truth.Unknown;

    /// <summary>Whether this is more than the other, decided only where every possible pair agrees.</summary>
    /// <param name="other">What to compare with.</param>
    public Truth IsMoreThan(NumberRange other) => Kleene.Not(other.IsAtLeast(this));

    /// <summary>Whether both are the same number, decided only where every possible pair agrees.</summary>
    /// <param name="other">What to compare with.</param>
    public Truth IsEqualTo(NumberRange other) => Kleene.And(IsAtLeast(other), other.IsAtLeast(this));
}
