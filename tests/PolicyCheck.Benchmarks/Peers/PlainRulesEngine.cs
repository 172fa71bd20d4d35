using PolicyCheck.Benchmarks.Generation;
using RulesEngine.Models;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>RulesEngine as its documentation uses it: one workflow of lambda expressions over a plain object.</summary>
internal sealed class PlainRulesEngine(IReadOnlyList<GeneratedRule> rules)
{
    private const string Name = "generated";

    private readonly global::RulesEngine.RulesEngine _engine = new(
        [
            new Workflow
            {
                WorkflowName = Name,
                Rules = [.. rules.Select(rule => new Rule { RuleName = rule.Id, RuleExpressionType = RuleExpressionType.LambdaExpression, Expression = LambdaText.Write(rule) })],
            },
        ]);

    /// <summary>Holds what it says of manifests against the delegates.</summary>
    /// <param name="manifests">The manifests.</param>
    public void Check(IReadOnlyList<GeneratedManifest> manifests) => Agreement.Check("RulesEngine", manifests, manifests.Select(Broken), rules.Count);

    /// <summary>Judges a deployment by all rules.</summary>
    /// <param name="deployment">The deployment.</param>
    public List<RuleResultTree> Judge(PlainDeployment deployment)
    {
        // All of it runs where it is called.
#pragma warning disable CA2012
        return _engine.ExecuteAllRulesAsync(Name, new RuleParameter("d", deployment)).GetAwaiter().GetResult();
#pragma warning restore CA2012
    }

    private string Broken(GeneratedManifest manifest)
    {
        var results = Judge(new(manifest));
        return results.Find(result => result.ExceptionMessage is { Length: > 0 }) is { } failed
            ? throw new InvalidOperationException(failed.ExceptionMessage)
            : string.Join(' ', rules.Where((_, i) => !results[i].IsSuccess).Select(rule => rule.Id));
    }
}
