using System.Collections.Immutable;

namespace PolicyCheck.Tests.Generation;

/// <summary>A fact of a generated vocabulary: how it is declared, stated and compared with.</summary>
internal sealed record GeneratedFact(string Path, string Type, string Unit, ImmutableArray<string> Values, ImmutableArray<GeneratedFact> Fields, string Role)
{
    private static readonly ImmutableArray<string> Terms = ["red", "green", "blue", "grey"];

    public bool IsOfUse => Path.StartsWith("use.", StringComparison.Ordinal);

    /// <summary>The operators that take one operand of the fact's own kind.</summary>
    public ImmutableArray<string> Operators => Type switch
    {
        "flag" => ["is", "isNot"],
        "text" => ["is", "isNot", "in", "notIn", "matches"],
        "choice" => ["is", "isNot", "in", "notIn"],
        "choices" => ["includes", "includesAny", "includesAll", "only"],
        "number" or "duration" => ["is", "isNot", "in", "notIn", "atLeast", "moreThan", "atMost", "lessThan"],
        "date" => ["is", "isNot", "before", "onOrAfter", "within"],
        _ => ["within", "only"],
    };

    public ImmutableArray<string> Operands => Type switch
    {
        "flag" => ["true", "false"],
        "text" => Pools.Texts,
        "choice" or "choices" => Values,
        "number" => Unit == "count" ? Pools.Counts : Unit == "ratio" ? Pools.Ratios : Pools.Numbers,
        "duration" => Unit == "working-days" ? Pools.WorkingDays : Pools.Lengths,
        "date" => Pools.StatedDates,
        _ => Pools.Scopes,
    };

    /// <summary>By what it can be changed: it follows from its name, so that it draws nothing.</summary>
    public string ChangeBy => Type is "text" or "place" or "places" ? "nothing" : (Path[^1] - '0') switch { 0 or 3 or 5 => "setting", 2 => "nothing", _ => "document" };

    public static GeneratedFact Draw(string path, Dice dice)
    {
        var type = dice.Pick(["flag", "flag", "text", "choice", "choices", "number", "number", "duration", "duration", "date", "date", "place", "records"]);
        return type == "records" ? Records(path) : Scalar(path, type, dice);
    }

    /// <summary>A day that rules often measure back from the day asked about.</summary>
    public static GeneratedFact Day(string path) => new(path, "date", "", [], [], "") { IsMeasured = true };

    /// <summary>A list whose rows have such a day.</summary>
    public static GeneratedFact Days(string path) => Records(path) with { Fields = [.. Records(path).Fields, Day("on")] };

    /// <summary>Whether most tests of it are of a span.</summary>
    public bool IsMeasured { get; init; }

    public static GeneratedFact Places() => new("places", "places", "", [], [], "");

    public string Declaration(bool isField) =>
        $"{Path}: {{type: {Type}"
        + (Unit.Length > 0 ? $", unit: {Unit}" : "")
        + (Values.IsEmpty ? "" : $", values: {{{string.Join(", ", Values.Select(value => value + ": the colour"))}}}")
        + (Fields.IsEmpty ? "" : $", fields: {{{string.Join(", ", Fields.Select(field => field.Declaration(isField: true)))}}}")
        + (Role.Length > 0 ? $", role: {Role}" : "")
        + (isField || ChangeBy == "nothing" ? "" : $", changeBy: {ChangeBy}")
        + (isField ? ", meaning: a field}" : ", meaning: a fact, question: Which?, askWho: vendor}");

    /// <summary>A value as a manifest could state it.</summary>
    public string Value(Dice dice) => Type switch
    {
        "choices" => dice.Chance(10) ? "[]" : Dice.Flow(dice.Some(Values, 3)),
        "place" => dice.Pick(Pools.Places),
        "places" => Dice.Flow(dice.Chance(5) ? ["world"] : dice.Some(Pools.Places, 2)),
        "records" => Dice.Flow(Enumerable.Range(0, dice.Between(0, 3)).Select(_ => Row(dice))),
        _ => dice.Pick(Operands),
    };

    private static GeneratedFact Scalar(string path, string type, Dice dice)
    {
        var unit = type switch
        {
            "number" => dice.Pick(["count", "ratio", "EUR"]),
            "duration" => dice.Chance(15) ? "working-days" : dice.Pick(["calendar", ""]),
            _ => "",
        };
        return new(path, type, unit, type is "choice" or "choices" ? Terms[..dice.Between(type == "choice" ? 2 : 3, 4)] : [], [], "");
    }

    private static GeneratedFact Records(string path) => new(
        path,
        "records",
        "",
        [],
        [
            new("group", "choice", "", Terms[..3], [], ""),
            new("trials", "number", "count", [], [], "trials"),
            new("errors", "number", "count", [], [], "errors"),
            new("rate", "number", "ratio", [], [], "rate"),
            new("done", "flag", "", [], [], ""),
        ],
        "");

    private string Row(Dice dice)
    {
        var trials = dice.Pick([0, 1, 3, 4, 6, 7, 20, 60]);
        var parts = new List<string>();
        Add("group", () => dice.Pick(Fields[0].Values), 75);
        Add("trials", () => Invariant(trials), 80);
        Add("errors", () => Invariant(dice.Between(0, Math.Min(trials, 4))), 80);
        Add("rate", () => dice.Pick(Pools.Ratios), 30);
        Add("done", () => dice.Pick(["true", "false"]), 60);
        Add("on", () => dice.Pick(Pools.StatedDates), 60);
        return parts.Count == 0 ? "{done: true}" : $"{{{string.Join(", ", parts)}}}";

        void Add(string field, Func<string> value, int perCent)
        {
            if (Fields.Any(known => known.Path == field) && dice.Chance(perCent))
            {
                parts.Add($"{field}: {value()}");
            }
        }
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
