using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>Reads the declarations of facts.</summary>
public static class FactBinder
{
    internal static ImmutableArray<string> Keys { get; } = ["type", "values", "unit", "meaning", "question", "askWho", "judgement", "changeBy", "sameAs", "fields", "role"];
    internal static ImmutableArray<string> Types { get; } = ["flag", "text", "number", "duration", "choice", "choices", "date", "place", "places", "records"];
    internal static ImmutableArray<string> Askable { get; } = ["vendor", "operator", "legal"];
    internal static ImmutableArray<string> Roles { get; } = ["trials", "errors", "rate"];
    internal static ImmutableArray<string> Changes { get; } = ["setting", "document", "nothing"];
    internal static ImmutableArray<string> Flags { get; } = ["true", "false"];
    internal static ImmutableArray<string> DurationUnits { get; } = ["calendar", "working-days"];

    /// <summary>Reads a mapping from paths to declarations.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static ImmutableArray<FactDeclaration> BindAll(MappingNode mapping, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return [.. mapping.Entries.Select(entry => Bind(entry, slot: 0, isField: false, diagnostics)).OfType<FactDeclaration>()];
    }

    private static FactDeclaration? Bind(MappingEntry entry, int slot, bool isField, DiagnosticBag diagnostics)
    {
        var (key, node) = entry;
        if (node is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, $"`{key.Value}` is not a declaration", "write `type`, `meaning` and `question` below it");
            return null;
        }

        if (!IsPath(key.Value))
        {
            diagnostics.Error(BindingCodes.BadIdentifier, key.Location, $"`{key.Value}` is not a path of a fact", "use words of letters and digits joined by dots, such as `safeguards.humanReview`");
            return null;
        }

        var binder = new MappingBinder(mapping, $"the fact `{key.Value}`", Keys, diagnostics);
        if (binder.RequireWord("type", Types) is not { } word)
        {
            return null;
        }

        var type = Enum.Parse<FactType>(word, ignoreCase: true);
        var declaration = new FactDeclaration(
            key.Value,
            type,
            Unit(binder, type, diagnostics),
            Values(binder, type, diagnostics),
            binder.RequireScalar("meaning", "whether a person looks at each result")?.Value ?? "",
            isField ? "" : binder.RequireScalar("question", "Does a person look at each result?")?.Value ?? "",
            isField ? "" : binder.RequireWord("askWho", Askable) ?? "",
            Fields(binder, type, isField, diagnostics),
            binder.OptionalWord("role", Roles) ?? "",
            slot,
            key.Location)
        {
            IsJudgement = !isField && binder.OptionalWord("judgement", Flags) == "true",
            ChangeBy = !isField && binder.OptionalWord("changeBy", Changes) is { } change ? Enum.Parse<ChangeBy>(change, ignoreCase: true) : ChangeBy.Nothing,
            SameAs = isField ? "" : binder.Scalar("sameAs")?.Value ?? "",
        };
        Refuse(declaration.Role.Length > 0 && (!isField || type != FactType.Number), "role", "only a number field of a list of records has a `role`");
        Refuse(type is not (FactType.Choice or FactType.Choices or FactType.Text) && binder.Has("values"), "values", $"a {word} has no `values`");
        Refuse(declaration.ChangeBy != ChangeBy.Nothing && type is FactType.Text or FactType.Place or FactType.Places, "changeBy", $"a {word} says who or where, which nothing changes");
        return declaration;

        void Refuse(bool refused, string what, string message)
        {
            if (refused)
            {
                diagnostics.Error(FactsCodes.BadDeclaration, key.Location, message, $"remove `{what}`, or choose another type");
            }
        }
    }

    private static string Unit(MappingBinder binder, FactType type, DiagnosticBag diagnostics)
    {
        if (type == FactType.Duration)
        {
            return binder.OptionalWord("unit", DurationUnits) ?? DurationUnits[0];
        }

        var unit = binder.Scalar("unit");
        if (unit is not null && type != FactType.Number)
        {
            diagnostics.Error(FactsCodes.BadDeclaration, unit.Location, "only a number or a duration has a `unit`", "remove `unit`, or choose another type");
        }

        return unit?.Value ?? "";
    }

    private static ImmutableArray<DeclaredValue> Values(MappingBinder binder, FactType type, DiagnosticBag diagnostics)
    {
        switch (binder.Node("values"))
        {
            case MappingNode meanings:
                return [.. meanings.Entries.Select(entry => new DeclaredValue(entry.Key.Value, binder.TryScalar(entry.Value, $"the meaning of `{entry.Key.Value}`", out var meaning) ? meaning.Value : ""))];
            case SequenceNode when type == FactType.Text:
                return [.. binder.Texts("values").Select(spelling => new DeclaredValue(spelling, ""))];
            case null when type is FactType.Choice or FactType.Choices:
                binder.Require("values", "{first: its meaning, second: its meaning}");
                return [];
            case null:
                return [];
            case var other:
                diagnostics.Error(BindingCodes.WrongShape, other.Location, "`values` is not a mapping", "write `value: its meaning` lines below it");
                return [];
        }
    }

    private static ImmutableArray<FactDeclaration> Fields(MappingBinder binder, FactType type, bool isField, DiagnosticBag diagnostics)
    {
        if (type != FactType.Records)
        {
            if (binder.Node("fields") is { } stray)
            {
                diagnostics.Error(FactsCodes.BadDeclaration, stray.Location, "only a list of records has `fields`", "remove `fields`, or write `type: records`");
            }

            return [];
        }

        if (isField)
        {
            diagnostics.Error(FactsCodes.BadDeclaration, binder.Location, "a field can't be a list of records", "declare its parts as fields of the outer list");
            return [];
        }

        binder.Require("fields", "{group: {type: text, meaning: the demographic group}}");
        return binder.Mapping("fields") is { } fields
            ? [.. fields.Entries.Select((entry, slot) => Bind(entry, slot, isField: true, diagnostics)).OfType<FactDeclaration>().Select((field, slot) => field with { Slot = slot })]
            : [];
    }

    internal static bool IsPath(string path) =>
        path.Split('.').All(segment => segment.Length > 0 && segment.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && segment[0] != '-');
}
