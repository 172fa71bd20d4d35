namespace PolicyCheck.Tests.Oracle;

/// <summary>What can be said of a number: not below one bound, and not above the other where there is one.</summary>
internal readonly record struct Span(Rational Least, Rational? Most)
{
    public static Span Exactly(Rational number) => new(number, number);

    public static bool? IsAtLeast(Span left, Span right) =>
        right.Most is { } top && left.Least >= top ? true : left.Most is { } own && own < right.Least ? false : null;

    public static bool? IsMoreThan(Span left, Span right) =>
        right.Most is { } top && left.Least > top ? true : left.Most is { } own && own <= right.Least ? false : null;

    public static bool? AreEqual(Span left, Span right) =>
        left.Least == left.Most && right.Least == right.Most && left.Least == right.Least ? true
        : left.Most < right.Least || right.Most < left.Least ? false
        : null;
}
