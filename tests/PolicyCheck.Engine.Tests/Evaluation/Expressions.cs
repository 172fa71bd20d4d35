using System.Linq.Dynamic.Core.CustomTypeProviders;
using PolicyCheck.Evaluation;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Evaluation;

/// <summary>Named by a name that no other type has, so that an expression could find it.</summary>
[DynamicLinqType]
public static class MarkedForExpressions
{
    public static bool Yes() => true;
}

public sealed class Expressions
{
    private static readonly PolicyCheck.RuleSets.RuleSet Act = Example.Load(Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"))).RuleSets.Single();

    /// <summary>RulesEngine's own provider of types would find it in the assembly of these tests.</summary>
    [Theory]
    [InlineData("MarkedForExpressions.Yes()")]
    [InlineData("System.IO.File.Exists(\"x\")")]
    [InlineData("f.Test(")]
    public void An_expression_reaches_nothing_but_the_reader(string expression)
    {
        var evaluated = Evaluate(expression);
        Assert.Equal((Truth.Unknown, Truth.Unknown), (evaluated.Trigger, evaluated.Kept));
        Assert.False(string.IsNullOrEmpty(evaluated.Defect));
    }

    [Fact]
    public void An_expression_calls_the_reader_and_joins_in_three_values()
    {
        Assert.Equal(new Evaluated(Truth.Unknown, Truth.Unknown, null), Evaluate("!f.Speaks(f.Test(0))"));
        Assert.Equal(new Evaluated(Truth.Unknown, Truth.True, null), Evaluate("!f.Speaks(f.Test(0))||true"));
        Assert.Equal(new Evaluated(Truth.False, Truth.True, null), Evaluate("!f.Speaks(f.Test(0)&&false)"));
        Assert.Equal(new Evaluated(Truth.True, Truth.Unknown, null), Evaluate("!f.Speaks(f.Test(0)||true)||f.Test(0)"));
        Assert.Equal(new Evaluated(Truth.Unknown, Truth.False, null), Evaluate("!f.Speaks(f.Test(0))&&false"));
    }

    private static Evaluated Evaluate(string expression)
    {
        var program = RuleCompiler.Compile(Act, Act.Rules[0], [], [], PolicyCheck.Facts.Vocabulary.Empty) with { Expression = expression };
        return new RulesEngineEvaluator().Evaluate(new(program, new(PolicyCheck.Facts.Vocabulary.Empty, new(2026, 1, 1))), new(KnownFacts.Nothing));
    }
}
