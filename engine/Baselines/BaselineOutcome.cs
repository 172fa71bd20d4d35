using System.Collections.Immutable;

namespace PolicyCheck.Baselines;

/// <summary>The words by which a baseline's file says how grave an entry is.</summary>
internal static class BaselineOutcome
{
    /// <summary>The rule was broken for certain.</summary>
    public const string Fail = "fail";

    /// <summary>The rule was open.</summary>
    public const string Indeterminate = "indeterminate";

    public static ImmutableArray<string> All { get; } = [Fail, Indeterminate];

    public static string Of(BaselineEntry entry) => entry.Fails ? Fail : Indeterminate;
}
