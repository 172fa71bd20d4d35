using System.Runtime.CompilerServices;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Reports.Sarif;

/// <summary>
/// Writes how a finding came about, step by step: when the rule speaks, what it requires, its exceptions, and the outcome; below each the facts
/// read for it, of open rules, which are many, only those that decide.
/// </summary>
internal sealed class CodeFlow(Vocabulary vocabulary, FindingText words, ResultMessage messages, Places places)
{
    // GitHub keeps no more steps.
    private const int MostSteps = 1_000;

    private readonly ConditionalWeakTable<UseAssessment, StatedFact?[]> _stated = [];

    /// <summary>Writes the steps of a finding.</summary>
    public void Write(Utf8JsonWriter json, Occurrence occurrence)
    {
        if (occurrence.Finding.Trigger is not { } trigger)
        {
            return;
        }

        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        var isOpen = occurrence.Finding.Outcome == RuleOutcome.Indeterminate;
        foreach (var step in Steps(occurrence, trigger).Where(step => step.IsEssential || !isOpen).Take(MostSteps - 1))
        {
            Write(json, step);
        }

        Write(json, new Step(occurrence.Finding.Location, Plain.Sentence(messages.Lead(occurrence.Finding)), 0, IsEssential: true));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private IEnumerable<Step> Steps(Occurrence occurrence, Trace trigger)
    {
        var finding = occurrence.Finding;
        var facts = _stated.GetValue(occurrence.Use, _ => Stated(occurrence));
        var speaks = finding.Rule.Kind switch
        {
            RuleKind.Prohibition => "what the rule prohibits",
            RuleKind.Permission => "what the rule permits",
            _ => "when the rule applies",
        };
        var phases = Phase(trigger, speaks, Holds(trigger.Truth)).Concat(finding.Requirement is { } required ? Phase(required, "what the rule requires", Holds(required.Truth)) : []);
        return phases.Concat(finding.Exceptions.SelectMany(exception =>
            Phase(exception.Trace, $"the {(exception.Relief.IsPermission ? "permission" : "exception")} {exception.Relief.Name}", words.Exception(exception))));

        IEnumerable<Step> Phase(Trace trace, string what, string truth)
        {
            var decisive = trace.Decisive().ToHashSet(ReferenceEqualityComparer.Instance);
            return Below(trace, 1, decisive, facts, finding).Prepend(new(PlaceOf(trace.Condition, finding), Plain.Sentence($"{what}: {truth}"), 0, IsEssential: true));
        }
    }

    private IEnumerable<Step> Below(Trace trace, int depth, HashSet<object?> decisive, StatedFact?[] facts, Finding finding) => trace.Condition switch
    {
        Leaf leaf => [Read(trace, leaf, depth, decisive.Contains(trace), facts[leaf.Fact.Slot], finding)],
        Defined defined => trace.Parts.SelectMany(part => Below(part, depth + 1, decisive, facts, finding))
            .Prepend(new(PlaceOf(defined, finding), Plain.Sentence($"the definition {defined.Name}: {Holds(trace.Truth)}"), depth, IsEssential: false)),
        _ => trace.Parts.SelectMany(part => Below(part, depth, decisive, facts, finding)),
    };

    private Step Read(Trace trace, Leaf leaf, int depth, bool isDecisive, StatedFact? fact, Finding finding)
    {
        var reason = words.Reason(trace);
        return fact is null ? new(PlaceOf(leaf, finding), Plain.Sentence($"not stated: {leaf.Fact.Path}{(trace.Truth == Truth.Unknown ? "" : $"; so {reason}")}"), depth, isDecisive)
            : FindingText.Fact(fact) is var stated && stated == reason ? new(fact.Location, Plain.Sentence($"stated: {stated} ({FindingText.Basis(fact)})"), depth, isDecisive)
            : new(fact.Location, Plain.Sentence($"stated: {stated} ({FindingText.Basis(fact)}); so {reason}"), depth, isDecisive);
    }

    // What was put together when the rule was compiled stands where the rule does.
    private static Location PlaceOf(Condition condition, Finding finding) => condition.Location.Source is null ? finding.Rule.Location : condition.Location;

    private StatedFact?[] Stated(Occurrence occurrence)
    {
        var facts = new StatedFact?[vocabulary.Facts.Length];
        foreach (var fact in occurrence.Assessment.Manifest.Facts.Concat(occurrence.Use.Use.Facts))
        {
            facts[fact.Fact.Slot] = fact;
        }

        ImpliedFacts.Complete(facts, vocabulary);
        return facts;
    }

    private static string Holds(Truth truth) => truth switch
    {
        Truth.True => "it is so",
        Truth.False => "it isn't so",
        _ => "it isn't known",
    };

    private void Write(Utf8JsonWriter json, Step step)
    {
        json.WriteStartObject();
        json.WriteStartObject("location");
        places.WriteRelated(json, step.Location, step.Message);
        json.WriteEndObject();
        json.WriteNumber("nestingLevel", step.Depth);
        json.WriteString("importance", step.IsEssential ? "essential" : "important");
        json.WriteEndObject();
    }

    private readonly record struct Step(Location Location, string Message, int Depth, bool IsEssential);
}
