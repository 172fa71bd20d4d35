namespace PolicyCheck.Explanation;

/// <summary>Numbers of things in words.</summary>
public static class Amount
{
    /// <summary>A number and its noun, which takes an <c>s</c> unless there is one.</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">What, in the singular.</param>
    public static string Of(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
