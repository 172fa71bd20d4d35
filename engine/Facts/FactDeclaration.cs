using System.Collections.Immutable;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>One fact that a manifest can state and a rule can read.</summary>
/// <param name="Path">The dotted path, such as <c>deployer.sector</c>; a field of a record has its name only.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Unit">The unit of a number, <c>calendar</c> or <c>working-days</c> for a duration, else empty.</param>
/// <param name="Values">The declared values of a choice, or the known spellings of a text, with their meanings.</param>
/// <param name="Meaning">One sentence that says what it means.</param>
/// <param name="Question">The question that asks a person for it; empty for a field.</param>
/// <param name="AskWho">Who would know: <c>vendor</c>, <c>operator</c> or <c>legal</c>; empty for a field.</param>
/// <param name="Fields">The fields of a list of records.</param>
/// <param name="Role">What measures take a number field for: <c>trials</c>, <c>errors</c>, <c>rate</c>, or empty.</param>
/// <param name="Slot">Where its value stands: among the facts, or for a field among the fields.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record FactDeclaration(
    string Path,
    FactType Type,
    string Unit,
    ImmutableArray<DeclaredValue> Values,
    string Meaning,
    string Question,
    string AskWho,
    ImmutableArray<FactDeclaration> Fields,
    string Role,
    int Slot,
    Location Location)
{
    /// <summary>Whether somebody has to judge it, so that two people may answer differently; false unless declared.</summary>
    public bool IsJudgement { get; init; }

    /// <summary>The path of the fact whose value it has where it isn't stated itself, or empty.</summary>
    public string SameAs { get; init; } = "";

    /// <summary>Whether it is a field of rows, which are stated together and have no basis of their own.</summary>
    public bool IsField => Question.Length == 0;

    /// <summary>By what it can be changed; nothing unless declared.</summary>
    public ChangeBy ChangeBy { get; init; }

    /// <summary>Whether it is a number between zero and one, written in per cent too.</summary>
    public bool IsRatio => Unit == "ratio";

    /// <summary>Whether it is a whole number that isn't negative.</summary>
    public bool IsCount => Unit == "count";

    /// <summary>Whether it is stated in each use by itself.</summary>
    public bool IsOfUse => Path.StartsWith("use.", StringComparison.Ordinal);

    /// <summary>A declared value as the declaration writes it, so that it is in memory once, or null where it isn't declared.</summary>
    /// <param name="text">The text, compared ordinally.</param>
    internal string? FindValue(string text)
    {
        foreach (var known in Values)
        {
            if (known.Value == text)
            {
                return known.Value;
            }
        }

        return null;
    }

    /// <summary>The field that measures take for trials, errors or rate, or null.</summary>
    /// <param name="role">The role.</param>
    public FactDeclaration? FieldWithRole(string role) => Fields.FirstOrDefault(field => field.Role == role);
}

/// <summary>A value that a choice can have, or a known spelling of a text.</summary>
/// <param name="Value">The value.</param>
/// <param name="Meaning">What it means, in one line; may be empty for a text.</param>
public readonly record struct DeclaredValue(string Value, string Meaning);
