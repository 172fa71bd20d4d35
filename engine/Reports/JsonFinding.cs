using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports;

/// <summary>Writes one finding as JSON.</summary>
internal static class JsonFinding
{
    public static void Write(Utf8JsonWriter json, Finding finding, FindingText words, FindingMargins margins)
    {
        json.WriteStartObject();
        json.WriteString("ruleSet", finding.RuleSet.Id);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("title", finding.Rule.Title);
        json.WriteString("outcome", Words.Of(finding.Outcome));
        json.WriteString("reason", Words.Of(finding.Reason));
        json.WriteBoolean("advisory", finding.IsAdvisory);
        json.WriteString("severity", Words.Of(finding.Rule.Severity));
        json.WriteString("confidence", Words.Of(finding.Rule.Confidence));
        json.WriteString("citation", FindingText.Citation(finding.RuleSet, finding.Rule.Citation));
        json.WriteString("message", words.Message(finding));
        if (finding.Outcome is RuleOutcome.Fail or RuleOutcome.Waived)
        {
            json.WriteString("remedy", finding.Rule.Remedy);
        }

        if (finding.Doubt is { } doubt)
        {
            json.WriteString("doubt", doubt);
        }

        if (finding.Waiver is { } waiver)
        {
            JsonWaiver.Write(json, waiver);
        }

        if (finding.Baseline is { } state)
        {
            json.WriteString("baseline", Words.Of(state));
            if (finding.BaselineSince is { } since)
            {
                json.WriteString("baselineSince", IsoDate.Format(since));
            }
        }

        WriteFacts(json, finding);
        WriteMargins(json, margins.Of(finding));
        WriteExceptions(json, finding.Exceptions, words);
        WriteMissing(json, finding);
        if (!finding.MissingIsExact)
        {
            json.WriteBoolean("missingIsExact", false);
        }

        if (!finding.Clashes.IsEmpty)
        {
            json.WriteStartArray("clashes");
            foreach (var clash in finding.Clashes)
            {
                json.WriteStringValue(clash.Rule.QualifiedId);
            }

            json.WriteEndArray();
        }

        WriteLocation(json, finding.Location);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("facts");
        foreach (var fact in finding.Facts)
        {
            json.WriteStartObject();
            json.WriteString("fact", fact.Fact.Path);
            json.WriteString("value", ValueText.Write(fact.Value, fact.Fact));
            json.WriteString("basis", Words.Of(fact.Basis));
            if (fact.ImpliedBy is { } stated)
            {
                json.WriteString("followsFrom", stated.Fact.Path);
            }

            if (fact.Source is { } source)
            {
                json.WriteString("source", source);
            }

            if (fact.On is { } on)
            {
                json.WriteString("on", IsoDate.Format(on));
            }

            WriteLocation(json, fact.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMargins(Utf8JsonWriter json, ImmutableArray<Margin> margins)
    {
        if (margins.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("margins");
        foreach (var margin in margins)
        {
            json.WriteStartObject();
            json.WriteString("fact", margin.Test.Fact.Path);
            if (margin.Test is MeasureTest measure)
            {
                json.WriteString("measure", Words.Of(measure.Measure));
            }

            json.WriteString("value", margin.Value);
            json.WriteString("limit", margin.Limit);
            json.WriteString("operator", margin.Operator);
            if (margin.IsExact)
            {
                json.WriteNumber("difference", decimal.Round(margin.Difference.Low, 6));
            }
            else
            {
                json.WriteNumber("differenceFrom", decimal.Round(margin.Difference.Low, 6));
                if (margin.Difference.High is { } high)
                {
                    json.WriteNumber("differenceTo", decimal.Round(high, 6));
                }
            }

            json.WriteString("unit", margin.Unit);
            json.WriteBoolean("holds", margin.Holds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExceptions(Utf8JsonWriter json, ImmutableArray<ReliefTrace> exceptions, FindingText words)
    {
        json.WriteStartArray("exceptions");
        foreach (var exception in exceptions)
        {
            json.WriteStartObject();
            json.WriteString("id", exception.Relief.Name);
            json.WriteString("title", exception.Relief.Title);
            json.WriteString("applies", Words.Of(exception.Truth));
            json.WriteString("citation", exception.Relief.Citation.ToString());
            json.WriteString("message", words.Exception(exception));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("missing");
        foreach (var fact in finding.Missing)
        {
            json.WriteStartObject();
            json.WriteString("fact", fact.Path);
            json.WriteString("question", fact.Question);
            json.WriteString("askWho", fact.AskWho);
            if (finding.Weak.FirstOrDefault(weak => weak.Stated.Fact == fact) is { } weak)
            {
                WriteWeak(json, weak);
            }

            json.WriteEndObject();
        }

        foreach (var parameter in finding.MissingParameters)
        {
            json.WriteStartObject();
            json.WriteString("parameter", parameter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWeak(Utf8JsonWriter json, WeakStatement weak)
    {
        json.WriteString("basis", Words.Of(weak.Stated.Basis));
        if (weak.Asked is { } asked)
        {
            json.WriteString("asksForBasis", Words.Of(asked));
        }

        if (weak.NeedsDay)
        {
            json.WriteBoolean("asksForDay", true);
        }

        WriteLocation(json, weak.Stated.Location);
    }

    public static void WriteLocation(Utf8JsonWriter json, Location location)
    {
        var start = location.Start;
        json.WriteStartObject("location");
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteEndObject();
    }
}
