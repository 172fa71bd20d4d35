using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Conditions;

/// <summary>Turns nodes into conditions; everything that can be wrong with one is reported here.</summary>
public sealed class ConditionBinder
{
    private const int MostWritten = 50_000;

    internal static ImmutableArray<string> Connectives { get; } = ["all", "any", "none", "not", "is"];

    private readonly Scope _scope;
    private readonly DiagnosticBag _diagnostics;
    private readonly TestBinder _tests;
    private readonly Func<string, FactDeclaration?> _find;
    private readonly Func<IEnumerable<string>> _names;
    private readonly Stack<string> _open = [];
    private readonly HashSet<string> _usedDefinitions;
    private readonly HashSet<string> _usedParameters;
    private readonly Dictionary<string, Condition?> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<Condition, Extent> _extents = new(ReferenceEqualityComparer.Instance);
    private long _written;

    /// <summary>Binds conditions on the facts of a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="scope">The names that the conditions can use.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public ConditionBinder(Vocabulary vocabulary, Scope scope, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(scope);
        (_scope, _diagnostics, _usedDefinitions, _usedParameters) = (scope, diagnostics, new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        (_find, _names) = (vocabulary.Find, () => vocabulary.Facts.Select(fact => fact.Path));
        _tests = new(vocabulary, scope, diagnostics, _usedParameters, (fact, node) => new ConditionBinder(this, fact).Bind(node));
    }

    // Binds conditions on the fields of one list of records.
    private ConditionBinder(ConditionBinder outer, FactDeclaration records)
    {
        (_scope, _diagnostics, _tests, _usedDefinitions, _usedParameters, _open) =
            (outer._scope, outer._diagnostics, outer._tests, outer._usedDefinitions, outer._usedParameters, outer._open);
        (_find, _names) = (name => records.Fields.FirstOrDefault(field => field.Path == name), () => records.Fields.Select(field => field.Path));
    }

    /// <summary>The definitions that bound conditions use.</summary>
    public IReadOnlySet<string> UsedDefinitions => _usedDefinitions;

    /// <summary>The parameters that bound conditions use.</summary>
    public IReadOnlySet<string> UsedParameters => _usedParameters;

    /// <summary>Reads one condition; null, and reported, where it isn't one.</summary>
    /// <param name="node">The node.</param>
    public Condition? Bind(Node node)
    {
        if (node is not MappingNode mapping)
        {
            ArgumentNullException.ThrowIfNull(node);
            _diagnostics.Error(BindingCodes.WrongShape, node.Location, "a condition is a mapping", "write `fact: value` lines, or `all:` or `any:` with a list below it");
            return null;
        }

        if (mapping.Entries.IsEmpty)
        {
            _diagnostics.Error(ConditionCodes.EmptyCondition, node.Location, "this condition says nothing", "name a fact and what it must be, such as `deployer.sector: retail`");
            return null;
        }

        var parts = mapping.Entries.SelectMany(BindEntry).ToList();
        return parts.Contains(null) ? null : parts is [{ } only] ? only : new AllOf(node.Location, [.. parts.OfType<Condition>()]);
    }

    private IEnumerable<Condition?> BindEntry(MappingEntry entry)
    {
        var (key, value) = entry;
        var location = new Location(key.Location.Source, new(key.Location.Span.Start, value.Location.Span.End));
        switch (key.Value)
        {
            case "all":
                return [List(value) is { } all ? new AllOf(location, all) : null];
            case "any":
                return [List(value) is { } any ? new AnyOf(location, any) : null];
            case "none":
                return [List(value) is { } none ? new Negation(location, new AnyOf(location, none)) : null];
            case "not":
                return [Bind(value) is { } part ? new Negation(location, part) : null];
            case "is":
                return [BindDefinition(value, location)];
            default:
                return _find(key.Value) is { } fact ? _tests.Bind(fact, value, location) : [UnknownFact(key)];
        }
    }

    private ImmutableArray<Condition>? List(Node node)
    {
        if (node is not SequenceNode { Items: { IsEmpty: false } items })
        {
            _diagnostics.Error(BindingCodes.WrongShape, node.Location, "this is not a list of conditions", "write each condition on a line of its own after `- `");
            return null;
        }

        var parts = items.Select(Bind).ToList();
        return parts.Contains(null) ? null : [.. parts.OfType<Condition>()];
    }

    private Defined? BindDefinition(Node node, Location location)
    {
        if (node is not ScalarNode name)
        {
            _diagnostics.Error(BindingCodes.WrongShape, node.Location, "`is` takes the name of one definition", "write `is: name`");
            return null;
        }

        if (!_scope.Definitions.TryGetValue(name.Value, out var body))
        {
            _diagnostics.Error(
                ConditionCodes.UnknownDefinition,
                name.Location,
                $"`{name.Value}` is not a definition of this rule set",
                Spelling.DidYouMean(name.Value, _scope.Definitions.Keys.Order(StringComparer.Ordinal), "add it under `definitions`"));
            return null;
        }

        if (_open.Contains(name.Value))
        {
            _diagnostics.Error(
                ConditionCodes.CircularDefinition,
                name.Location,
                $"`{name.Value}` is defined by itself: {string.Join(" → ", _open.Reverse().SkipWhile(open => open != name.Value))} → {name.Value}",
                "define it by facts");
            return null;
        }

        _usedDefinitions.Add(name.Value);
        if (!_bodies.TryGetValue(name.Value, out var bound))
        {
            _open.Push(name.Value);
            bound = Bind(body);
            _open.Pop();
            _bodies.Add(name.Value, bound);
        }

        return bound is null || IsTooLarge(bound, name) ? null : new(location, name.Value, bound);
    }

    // Definitions that use definitions grow faster than their text; what they come to is bounded here, where it can be told.
    private bool IsTooLarge(Condition body, ScalarNode name)
    {
        var extent = Extent.Of(body, _extents);
        _written += _open.Count == 0 ? extent.Parts : 0;
        if (!extent.IsTooLarge && _written <= MostWritten)
        {
            return false;
        }

        _diagnostics.Error(
            ConditionCodes.TooLarge,
            name.Location,
            extent.IsTooLarge
                ? $"with all definitions written out `{name.Value}` comes to {extent.Parts} conditions, nested {extent.Depth} deep"
                : $"with all definitions written out the rules up to this one come to {_written} conditions",
            $"use fewer definitions within definitions: at most {Extent.Limit.Parts} conditions, {Extent.Limit.Depth} deep, and {MostWritten} in a rule set");
        return true;
    }

    private Condition? UnknownFact(ScalarNode key)
    {
        var nearest = Spelling.Nearest(key.Value, _names().Concat(Connectives));
        _diagnostics.Error(
            FactsCodes.UnknownFact,
            key.Location,
            $"`{key.Value}` is not a fact of the vocabulary",
            nearest is not null ? $"did you mean `{nearest}`?" : $"declare it in a vocabulary, or use {string.Join(", ", Connectives)}");
        return null;
    }
}
