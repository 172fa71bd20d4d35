using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>What a condition says, wherever it is written: equal for equal meanings of the same form.</summary>
internal static class LeafKey
{
    public static string Of(Condition condition) => Write(condition, new()).ToString();

    private static StringBuilder Write(Condition condition, StringBuilder text)
    {
        switch (condition)
        {
            case AllOf all:
                return List("all", all.Parts, text);
            case AnyOf any:
                return List("any", any.Parts, text);
            case Negation negation:
                return List("not", [negation.Part], text);
            case Defined defined:
                return Write(defined.Body, text);
            case Test test:
                return Operand(text.Append(test.Fact.Path).Append(' ').Append(test.Operator), test.Operand, test.Fact);
            case BasisTest basis:
                return text.Append(basis.Fact.Path).Append(" basis ").Append(basis.Basis);
            case AgeTest age:
                return Operand(text.Append(age.Fact.Path).Append(" notOlderThan"), age.Span, age.Fact);
            case RowTest rows:
                return List($"{rows.Fact.Path} {rows.Quantifier}", rows.Where is null ? [rows.Row] : [rows.Where, rows.Row], text);
            case MeasureTest measure:
                List($"{measure.Fact.Path} {measure.Measure} {measure.Operator}", measure.Where is null ? [] : [measure.Where], text);
                return Operand(text, measure.Operand, measure.Fact);
            default:
                throw new InvalidOperationException($"no key for {condition.GetType().Name}");
        }
    }

    private static StringBuilder List(string name, ImmutableArray<Condition> parts, StringBuilder text)
    {
        text.Append(name).Append('(');
        foreach (var part in parts)
        {
            Write(part, text).Append(';');
        }

        return text.Append(')');
    }

    private static StringBuilder Operand(StringBuilder text, Operand operand, FactDeclaration fact)
    {
        text.Append(' ').Append(operand.Parameter);
        foreach (var (period, values) in operand.Alternatives)
        {
            text.Append(period).Append('[');
            foreach (var value in values)
            {
                // With its length, so that no text can pass for two.
                var written = Write(value, fact);
                text.Append(CultureInfo.InvariantCulture, $"{written.Length}:").Append(written);
            }

            text.Append(']');
        }

        return text;
    }

    private static string Write(Value value, FactDeclaration fact) => value switch
    {
        PatternValue pattern => pattern.Pattern,
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        _ => ValueText.Write(value, fact),
    };
}
