using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using PolicyCheck.Values;
using RulesEngine.Models;

namespace PolicyCheck.Evaluation;

/// <summary>
/// Runs rule programs through Microsoft's RulesEngine, one workflow for each rule, compiled when first needed. RulesEngine
/// answers success or failure and turns every exception into a failure with a message; here such a message becomes a defect,
/// and the three-valued conclusion comes from the reader.
/// </summary>
public sealed class RulesEngineEvaluator
{
    private static readonly ReSettings Settings = new()
    {
        IsExpressionCaseSensitive = true,
        AutoRegisterInputType = false,
        AutoExecuteActions = false,
        EnableFormattedErrorMessage = false,
        CustomTypes = [typeof(FactReader), typeof(Truth)],
    };

    private readonly RulesEngine.RulesEngine _engine;
    private readonly ConcurrentDictionary<RuleProgram, Lazy<string>> _workflows = new(ReferenceEqualityComparer.Instance);
    private int _registered;

    /// <summary>Makes an evaluator with nothing compiled.</summary>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods, typeof(FactReader))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, typeof(Truth))]
    public RulesEngineEvaluator() => _engine = new(Settings);

    /// <summary>
    /// Makes an evaluator that has parsed its first expression, which costs far more than the next: Dynamic LINQ looks through
    /// all loaded assemblies once for each engine. Meant to run while rules are loaded; evaluation works without it.
    /// </summary>
    public static RulesEngineEvaluator CreatePrepared()
    {
        const string name = "#prepare";
        var evaluator = new RulesEngineEvaluator();
        var reader = new FactReader(KnownFacts.Nothing, new(Facts.Vocabulary.Empty, default), default);
        evaluator._engine.AddWorkflow(new Workflow { WorkflowName = name, Rules = [new Rule { RuleName = name, Expression = $"{RuleCompiler.ReaderName}.{nameof(FactReader.Fails)}()=={RuleCompiler.ReaderName}.{nameof(FactReader.Holds)}()" }] });
        _ = evaluator._engine.ExecuteAllRulesAsync(name, new RuleParameter(RuleCompiler.ReaderName, reader)).AsTask().GetAwaiter().GetResult();
        return evaluator;
    }

    /// <summary>Evaluates a rule on the facts of a reader.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="reader">The facts; not to be shared between threads.</param>
    public Evaluated Evaluate(RuleProgram program, FactReader reader)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(reader);
        var workflow = _workflows.GetOrAdd(program, static (added, self) => new(() => self.Register(added)), this).Value;
        reader.TurnTo(program);
        var results = _engine.ExecuteAllRulesAsync(workflow, new RuleParameter(RuleCompiler.ReaderName, reader)).AsTask().GetAwaiter().GetResult();
        var (result, conclusion) = (results[0], reader.Conclusion);
        return !string.IsNullOrEmpty(result.ExceptionMessage) ? new(null, result.ExceptionMessage)
            : conclusion is null ? new(null, "the expression came to no conclusion")
            : new(conclusion, null);
    }

    private string Register(RuleProgram program)
    {
        var name = $"{program.Rule.QualifiedId}#{Interlocked.Increment(ref _registered)}";
        _engine.AddWorkflow(new Workflow { WorkflowName = name, Rules = [new Rule { RuleName = program.Rule.Id, Expression = program.Expression }] });
        return name;
    }
}

/// <summary>A conclusion, or the defect that kept it from being reached.</summary>
/// <param name="Conclusion">The conclusion, or null.</param>
/// <param name="Defect">What went wrong, or null.</param>
public sealed record Evaluated(Conclusion? Conclusion, string? Defect);
