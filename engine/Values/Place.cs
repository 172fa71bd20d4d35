namespace PolicyCheck.Values;

/// <summary>A place: an ISO 3166-1 country, an ISO 3166-2 subdivision, then slugs, such as <c>US-OR/portland</c>; or <c>world</c>.</summary>
/// <param name="Code">The code as written.</param>
public readonly record struct Place(string Code)
{
    /// <summary>Everywhere.</summary>
    public static Place World { get; } = new("world");

    /// <summary>Whether it is everywhere.</summary>
    public bool IsWorld => Code == "world";

    // Only a country's code is followed by a hyphen when a smaller place begins; in a local name a hyphen is a letter like others.
    private bool IsCountry => Code.AsSpan().IndexOfAny('-', '/') < 0;

    /// <summary>Whether this place lies within another; a place lies within itself and within its prefixes.</summary>
    /// <param name="other">The larger place.</param>
    public bool LiesWithin(Place other) =>
        other.IsWorld
        || (Code.StartsWith(other.Code, StringComparison.Ordinal)
            && (Code.Length == other.Code.Length
                || Code[other.Code.Length] == '/'
                || (Code[other.Code.Length] == '-' && other.IsCountry)));

    /// <summary>Whether something that is somewhere in this place is in another: unknown where this place is the larger.</summary>
    /// <param name="other">The place asked about.</param>
    public Truth IsIn(Place other) =>
        LiesWithin(other) ? Truth.True : other.LiesWithin(this) || MayLieIn(other) ? Truth.Unknown : Truth.False;

    // A town named by its country alone, such as `US/springfield`, may lie in any of the country's subdivisions.
    private bool MayLieIn(Place other) =>
        Code is [_, _, '/', ..] && other.Code is [_, _, '-', ..] && other.Code.AsSpan(0, 2).SequenceEqual(Code.AsSpan(0, 2));

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
