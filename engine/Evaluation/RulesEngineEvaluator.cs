using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using PolicyCheck.Values;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;

namespace PolicyCheck.Evaluation;

/// <summary>
/// Runs rule programs through Microsoft's RulesEngine: its parser reads and compiles each expression when it is first needed. Rules of one shape
/// have the same expression, so that there are far fewer of these than rules. Safe to share between threads.
/// </summary>
public sealed class RulesEngineEvaluator
{
    // .NET compiles the expressions, which it does in the native binary too: FastExpressionCompiler can only emit code.
    private static readonly ReSettings Settings = new()
    {
        IsExpressionCaseSensitive = true,
        AutoRegisterInputType = false,
        AutoExecuteActions = false,
        EnableFormattedErrorMessage = false,
        UseFastExpressionCompiler = false,
        CacheConfig = new() { SizeLimit = 0 },
        CustomTypes = [typeof(FactReader)],
    };

    private readonly RuleExpressionParser _parser = new(Settings);
    private readonly RuleParameter[] _parameters = [new(RuleCompiler.ReaderName, new FactReader(KnownFacts.Nothing))];
    private readonly ConcurrentDictionary<string, Func<object[], bool?>> _compiled = new(StringComparer.Ordinal);

    /// <summary>Makes an evaluator with nothing compiled.</summary>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods, typeof(FactReader))]
    public RulesEngineEvaluator() => DeclaredTypes.Use(_parser, Settings);

    /// <summary>Makes an evaluator that has parsed its first expression, which costs more than the next. Meant to run while rules are loaded; evaluation works without it.</summary>
    public static RulesEngineEvaluator CreatePrepared()
    {
        var evaluator = new RulesEngineEvaluator();
        evaluator.Compile($"!{RuleCompiler.ReaderName}.{nameof(FactReader.Speaks)}({RuleCompiler.ReaderName}.{nameof(FactReader.Test)}(0)&&{RuleCompiler.ReaderName}.{nameof(FactReader.Test)}(1))");
        return evaluator;
    }

    /// <summary>Evaluates a rule on the facts of a reader.</summary>
    /// <param name="program">The rule on the reader's day.</param>
    /// <param name="reader">The facts; not to be shared between threads.</param>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps a rule from being evaluated is a defect to be told of that rule, never a pass and never the end of the others.")]
    public Evaluated Evaluate(DatedProgram program, FactReader reader)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            var expression = program.Compiled ??= Compile(program.Program.Expression);
            reader.TurnTo(program);
            var kept = expression(reader.Arguments);
            return new(Kleene.Of(reader.Speaking), Kleene.Of(kept), null);
        }
        catch (Exception defect)
        {
            return new(Truth.Unknown, Truth.Unknown, defect.Message);
        }
    }

    private Func<object[], bool?> Compile(string expression) => _compiled.GetOrAdd(expression, static (text, self) => self._parser.Compile<bool?>(text, self._parameters), this);
}
