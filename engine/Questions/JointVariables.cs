using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>What is unknown in the open rules of a manifest, as variables of a diagram: in the order of the rules, unknown parameters last.</summary>
internal sealed class JointVariables
{
    // Of more combinations than this the values of a set are taken in groups, each a variable of its own.
    private const int MostCombinations = 64;

    private readonly Assessment _assessment;
    private readonly LeafEvaluator _evaluator;
    private readonly OpenFactOwners _owners;
    private readonly Dictionary<(int Use, string Key), OpenTest> _byKey = [];
    private readonly List<Dictionary<Leaf, OpenTest>> _tests;
    private readonly List<JointVariable> _variables = [];
    private readonly Dictionary<OpenTest, Func<Diagram, int>> _writers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OpenTest, int> _literals = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds what is unknown.</summary>
    /// <param name="assessment">What is found as things stand.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="options">What counts in the verdict.</param>
    public JointVariables(Assessment assessment, Vocabulary vocabulary, AssessmentOptions options)
    {
        (_assessment, _evaluator, _owners) = (assessment, new(vocabulary, assessment.AsOf), new(assessment, vocabulary, options.MinBasis));
        _tests = [.. assessment.Uses.Select(_ => new Dictionary<Leaf, OpenTest>(ReferenceEqualityComparer.Instance))];
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (use, finding) in OpenRules.Of(assessment, options))
        {
            var names = Leaves(finding).Where(trace => trace.Truth == Truth.Unknown).Select(trace => (Leaf)trace.Condition).Select(leaf => Note(leaf, use)).Select(test => test.Name).Distinct(StringComparer.Ordinal);
            foreach (var name in names.ToList())
            {
                asked.TryAdd(name, asked.Count);
            }
        }

        // What a rule asks for stands beside each other, in the order of the rules: so diagrams stay small.
        var groups = _byKey.Values.GroupBy(test => test.Name, StringComparer.Ordinal)
            .OrderBy(group => group.First().Owner is null)
            .ThenBy(group => asked[group.Key]);
        foreach (var group in groups)
        {
            Add([.. group]);
        }

        All = [.. _variables];
    }

    /// <summary>The variables, by their numbers.</summary>
    public ImmutableArray<JointVariable> All { get; }

    /// <summary>Makes the diagrams of all tests.</summary>
    /// <param name="diagram">Where diagrams are made.</param>
    public void WriteTo(Diagram diagram)
    {
        foreach (var (test, write) in _writers)
        {
            _literals[test] = write(diagram);
        }
    }

    /// <summary>The diagram of a test whose truth is unknown.</summary>
    /// <param name="leaf">The test.</param>
    /// <param name="use">The number of the use.</param>
    public int Literal(Leaf leaf, int use) => _literals[_tests[use][leaf]];

    /// <summary>What is stated of an open fact without being exact enough, or null.</summary>
    /// <param name="fact">The fact.</param>
    public Value? Stated(OpenFact fact) => _owners.Stated(fact);

    private static IEnumerable<Trace> Leaves(Finding finding) => new[] { finding.Trigger, finding.Requirement }.OfType<Trace>()
        .Concat(finding.Exceptions.Where(relief => relief.IsInForce).Select(relief => relief.Trace))
        .SelectMany(trace => trace.Leaves());

    private OpenTest Note(Leaf leaf, int use)
    {
        if (_tests[use].TryGetValue(leaf, out var known))
        {
            return known;
        }

        var parameter = LeafEvaluator.OperandOf(leaf) is { Parameter: { } name } operand && _evaluator.Resolve(operand) is null ? name : null;
        var (owner, test) = _owners.Of(leaf, use);
        var key = $"{LeafKey.Of(test)}|{(parameter is null ? owner.Name : $"{leaf.Location.Path} {parameter} {owner.Name}")}";
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, (owner.Use is null ? -1 : use, key), out _);
        same ??= new(parameter is null ? owner : null, test, parameter, parameter is null ? $"{owner.Name} {Completions.AspectOf(test)}" : key);
        return _tests[use][leaf] = same;
    }

    private void Add(ImmutableArray<OpenTest> tests)
    {
        ImmutableArray<Leaf> leaves = [.. tests.Select(test => test.Test)];
        if (tests[0].Owner is not { } fact)
        {
            AddEach(tests);
        }
        else if (CompletionsOf(fact, leaves) is { } completions)
        {
            var number = _variables.Count;
            _variables.Add(new(fact, completions.Length) { Tests = leaves, Completions = completions });
            for (var i = 0; i < tests.Length; i++)
            {
                var test = i;
                _writers[tests[i]] = diagram => diagram.Literal(number, [.. completions.Select(completion => completion.Truths[test] ? 1 : 0)]);
            }
        }
        else if (leaves.All(IsOfSet))
        {
            AddGroups(fact, tests);
        }
        else
        {
            AddEach(tests);
        }
    }

    private ImmutableArray<Completion>? CompletionsOf(OpenFact fact, ImmutableArray<Leaf> leaves) =>
        new Completions(_evaluator, _assessment.AsOf).Of(fact.Fact, _owners.Stated(fact), leaves) is { } completions && (completions.Length <= MostCombinations || !leaves.All(IsOfSet)) ? completions : null;

    private static bool IsOfSet(Leaf leaf) => leaf is Test { Fact.Type: FactType.Choices, Operator: TestOperator.IncludesAny or TestOperator.IncludesAll or TestOperator.Only };

    // Where nobody can tell which truths the tests take together each stands by itself: that can only ask a fact too many.
    private void AddEach(ImmutableArray<OpenTest> tests)
    {
        foreach (var test in tests)
        {
            var number = _variables.Count;
            _variables.Add(new(test.Owner, 2) { Tests = [test.Test], Parameter = test.Parameter, IsExact = test.Owner is null || tests.Length == 1 });
            _writers[test] = diagram => diagram.Literal(number, [0, 1]);
        }
    }

    // A set has none, some or all of the values that tests treat alike, whatever it has of others, so each such group is a variable.
    private void AddGroups(OpenFact fact, ImmutableArray<OpenTest> tests)
    {
        var operands = tests.Select(test => Operand(test.Test)).ToList();
        var first = _variables.Count;
        var groups = fact.Fact.Values.Select(value => value.Value).GroupBy(value => string.Concat(operands.Select(operand => operand.Contains(value) ? '1' : '0')), StringComparer.Ordinal).Select(group => group.ToImmutableArray()).ToList();
        _variables.AddRange(groups.Select(group => new JointVariable(fact, group.Length == 1 ? 2 : 3) { Tests = [.. tests.Select(test => test.Test)], Group = group }));
        foreach (var (test, operand) in tests.Zip(operands))
        {
            _writers[test] = diagram => ((Test)test.Test).Operator switch
            {
                TestOperator.IncludesAny => Join(diagram, operand.Contains, isAll: false, [0, 1, 1]),
                TestOperator.IncludesAll => Join(diagram, operand.Contains, isAll: true, [0, 0, 1]),
                _ => Join(diagram, value => !operand.Contains(value), isAll: true, [1, 0, 0]),
            };
        }

        int Join(Diagram diagram, Func<string, bool> concerns, bool isAll, int[] truths)
        {
            var sum = Diagram.Constant(isAll ? 1 : 0);
            for (var i = groups.Count - 1; i >= 0; i--)
            {
                if (concerns(groups[i][0]))
                {
                    var literal = diagram.Literal(first + i, groups[i].Length == 1 ? [truths[0], truths[2]] : truths);
                    sum = isAll ? ConditionDiagram.And(diagram, literal, sum) : ConditionDiagram.Or(diagram, literal, sum);
                }
            }

            return sum;
        }
    }

    private HashSet<string> Operand(Leaf leaf) =>
        (LeafEvaluator.OperandOf(leaf) is { } operand ? _evaluator.Resolve(operand) ?? [] : []).OfType<TextValue>().Select(value => value.Text).ToHashSet(StringComparer.Ordinal);

    // A test, once for all places where rules make it of the same fact; without an owner where it compares with an unknown parameter.
    private sealed record OpenTest(OpenFact? Owner, Leaf Test, string? Parameter, string Name);
}
