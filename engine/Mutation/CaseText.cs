using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Decisions;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Mutation;

/// <summary>Writes a case as YAML.</summary>
internal static class CaseText
{
    /// <summary>The case as an item of a list that is indented by two spaces, with a final line break.</summary>
    public static string Write(string name, ImmutableArray<ExampleFact> facts, DateOnly day, string rule, RuleOutcome outcome)
    {
        var text = new StringBuilder();
        text.Append("  - name: ").Append(Quoted(name)).Append("\n    manifest:");
        text.Append(facts.IsEmpty ? " {}\n" : "\n");
        foreach (var example in facts)
        {
            text.Append("      ").Append(example.Fact.Path).Append(": ").Append(example.Value is { } value ? example.Statement(Text(value, example.Fact)) : "unstated").Append('\n');
        }

        return text.Append("    asOf: ").Append(IsoDate.Format(day)).Append("\n    expect:\n      ").Append(rule).Append(": ").Append(Words.Of(outcome)).Append('\n').ToString();
    }

    private static string Text(Value value, FactDeclaration fact) => value switch
    {
        TextValue text => fact.Type == FactType.Choice ? text.Text : Quoted(text.Text),
        TermsValue terms => $"[{string.Join(", ", terms.Terms)}]",
        PlacesValue places => $"[{string.Join(", ", places.Places)}]",
        RecordsValue records => $"[{string.Join(", ", records.Rows.Select(row => $"{{{string.Join(", ", row.Zip(fact.Fields).Where(cell => cell.First is not null).Select(cell => $"{cell.Second.Path}: {(cell.First is { } stated ? Text(stated, cell.Second) : "")}"))}}}"))}]",
        NumberValue number when fact.IsRatio && decimal.Round(number.Number, 14) != number.Number => number.Number.ToString(CultureInfo.InvariantCulture),
        _ => ValueText.Write(value, fact),
    };

    private static string Quoted(string text) => $"\"{string.Concat(text.Select(Escaped))}\"";

    private static string Escaped(char letter) => letter switch
    {
        '\\' or '"' => $"\\{letter}",
        '\u2028' or '\u2029' => $"\\u{(int)letter:x4}",
        _ when char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format => $"\\u{(int)letter:x4}",
        _ => letter.ToString(),
    };
}
