using System.Collections.Immutable;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>A part of the program that any bytes are given to, and what must hold whatever they are.</summary>
/// <param name="Name">Its name, that of the folder of its seeds.</param>
/// <param name="Try">Gives it bytes; throws where something doesn't hold.</param>
internal sealed record FuzzTarget(string Name, FuzzTarget.Trial Try)
{
    /// <summary>The longest input: what is wrong with a long text is wrong with a short one, which is tried faster.</summary>
    public const int MostBytes = 16 * 1024;

    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        new("yaml", YamlTarget.Try),
        new("rules", RulesTarget.Try),
        new("conditions", ConditionsTarget.Try),
        new("reports", ReportsTarget.Try),
    ];

    /// <summary>Gives bytes to a target.</summary>
    internal delegate void Trial(ReadOnlySpan<byte> bytes);
}
