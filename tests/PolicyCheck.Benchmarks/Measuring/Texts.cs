using System.Globalization;

namespace PolicyCheck.Benchmarks.Measuring;

/// <summary>Text in the invariant culture.</summary>
internal static class Texts
{
    /// <summary>An interpolated text.</summary>
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with three digits that matter.</summary>
    public static string Short(double value) => value >= 100 ? Of($"{value:0}") : value >= 10 ? Of($"{value:0.0}") : value >= 1 ? Of($"{value:0.00}") : Of($"{value:0.000}");
}
