using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Assessments;

/// <summary>Evaluates the conditions of waivers as requirements that bind everywhere, by the engine that evaluates rules.</summary>
internal sealed class WaiverConditions(Vocabulary vocabulary, RulesEngineEvaluator engine)
{
    private readonly Dictionary<Waiver, RuleProgram> _programs = new(ReferenceEqualityComparer.Instance);

    /// <summary>Why a waiver's conditions keep it from covering a use, or null where they hold.</summary>
    public Diagnostic? Unmet(WaiverEntry entry, UseFacts facts, string use, DateOnly asOf)
    {
        if (entry.Waiver.Conditions is not { } conditions)
        {
            return null;
        }

        var program = Program(entry, conditions);
        var dated = new DatedProgram(program, new(vocabulary, asOf));
        var evaluated = engine.Evaluate(dated, new(facts.Known));
        if (evaluated.Defect is { } defect)
        {
            return Told(entry.Waiver, entry.Waiver.At("conditions"), $"its conditions could not be evaluated for use `{use}`: {defect}", "this is a defect of the program, please report it with the file");
        }

        var tracer = new Tracer(dated.Truths(facts.Known));
        _ = tracer.Trace(program.Trigger);
        var trace = tracer.Trace(conditions);
        var leaves = trace.Truth == Truth.True ? [] : trace.Decisive().Select(part => (Leaf)part.Condition).ToList();
        var paths = string.Join(", ", leaves.Select(leaf => $"`{leaf.Fact.Path}`").Distinct(StringComparer.Ordinal));
        return trace.Truth switch
        {
            Truth.True => null,
            Truth.False => Told(entry.Waiver, leaves.ConvertAll(leaf => leaf.Location).FirstOrDefault(conditions.Location), $"what it says of {paths} isn't so of use `{use}`", "meet the waiver's conditions, or cure the failure"),
            _ => Told(entry.Waiver, leaves.ConvertAll(leaf => leaf.Location).FirstOrDefault(conditions.Location), $"the manifest doesn't say enough of {paths} for use `{use}` to tell whether its conditions hold", "state it in the manifest; what isn't known doesn't excuse"),
        };
    }

    private RuleProgram Program(WaiverEntry entry, Condition conditions)
    {
        if (!_programs.TryGetValue(entry.Waiver, out var program))
        {
            var everywhere = entry.RuleSet with { Jurisdictions = [Place.World], Reaches = [] };
            var rule = entry.Rule with { Id = $"{entry.Rule.Id}#{entry.Waiver.Id}", Kind = RuleKind.Requirement, When = null, Demand = conditions, Exceptions = [], Overrides = [] };
            _programs[entry.Waiver] = program = RuleCompiler.Compile(everywhere, rule, [], [], vocabulary);
        }

        return program;
    }

    private static Diagnostic Told(Waiver waiver, Location location, string why, string cure) =>
        Diagnostic.Warning(WaiverCodes.ConditionsUnmet, location, $"`{waiver.Id}` doesn't cover the failure of `{waiver.Rule}`: {why}", cure);
}
