using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Binding;

/// <summary>Reads the known keys of one mapping, and reports the rest.</summary>
public sealed class MappingBinder
{
    /// <summary>The key under which a JSON file names its schema, as YAML does in a comment; editors read it, and nothing else.</summary>
    public const string SchemaKey = "$schema";

    private readonly MappingNode _mapping;
    private readonly DiagnosticBag _diagnostics;
    private readonly string _what;
    private readonly bool _emptyAllowed;

    /// <summary>Reads a mapping whose keys somebody else looks through.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="what">What it is, with its article, such as <c>a rule</c>.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public MappingBinder(MappingNode mapping, string what, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        (_mapping, _what, _diagnostics, _emptyAllowed) = (mapping, what, diagnostics, true);
    }

    /// <summary>Reads a mapping whose keys must be among those allowed; every other key is reported at once.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="what">What it is, with its article, such as <c>a rule</c>.</param>
    /// <param name="allowed">The keys it may have.</param>
    /// <param name="diagnostics">Where problems go.</param>
    /// <param name="emptyAllowed">Whether a key may be there without a value; otherwise that is reported, so that a forgotten value isn't taken for an absent key.</param>
    public MappingBinder(MappingNode mapping, string what, ImmutableArray<string> allowed, DiagnosticBag diagnostics, bool emptyAllowed = true)
        : this(mapping, what, diagnostics)
    {
        _emptyAllowed = emptyAllowed;
        foreach (var (key, value) in mapping.Entries)
        {
            if (!allowed.Contains(key.Value))
            {
                diagnostics.Error(
                    BindingCodes.UnknownKey,
                    key.Location,
                    $"`{key.Value}` is not a key of {what}",
                    Spelling.DidYouMean(key.Value, allowed, $"use one of {string.Join(", ", allowed)}"));
            }
            else if (!emptyAllowed && value is ScalarNode { IsNull: true })
            {
                diagnostics.Error(BindingCodes.EmptyValue, key.Location, $"`{key.Value}` has no value", "write a value after the colon, or remove the line");
            }
        }
    }

    /// <summary>Where the mapping is.</summary>
    public Location Location => _mapping.Entries.IsEmpty ? _mapping.Location : _mapping.Entries[0].Key.Location;

    /// <summary>Whether a key is there with a value.</summary>
    /// <param name="key">The key.</param>
    public bool Has(string key) => Node(key) is not null;

    /// <summary>The value of a key, or null.</summary>
    /// <param name="key">The key.</param>
    public Node? Node(string key) => _mapping[key] is { } node and not ScalarNode { IsNull: true } ? node : null;

    /// <summary>The value of a key that must be there; its absence is reported.</summary>
    /// <param name="key">The key.</param>
    /// <param name="example">What it could say.</param>
    public Node? Require(string key, string example)
    {
        if (Node(key) is { } node)
        {
            return node;
        }

        if (_mapping[key] is null)
        {
            _diagnostics.Error(BindingCodes.MissingKey, Location, $"{_what} has no `{key}`", $"add it, such as `{key}: {example}`");
        }
        else if (_emptyAllowed)
        {
            _diagnostics.Error(BindingCodes.EmptyValue, _mapping[key]?.Location ?? Location, $"`{key}` has no value", $"write one, such as `{key}: {example}`");
        }

        return null;
    }

    /// <summary>The text of a key, or null when it is absent or not a scalar.</summary>
    /// <param name="key">The key.</param>
    public ScalarNode? Scalar(string key) => Node(key) switch
    {
        null => null,
        ScalarNode scalar => scalar,
        var other => TryScalar(other, $"`{key}`", out var scalar) ? scalar : null,
    };

    /// <summary>The text of a key that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="example">What it could say.</param>
    public ScalarNode? RequireScalar(string key, string example) => Require(key, example) is null ? null : Scalar(key);

    /// <summary>The items of a key: a sequence, or nothing when it is absent.</summary>
    /// <param name="key">The key.</param>
    public ImmutableArray<Node> Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case SequenceNode sequence:
                return sequence.Items;
            case var other:
                _diagnostics.Error(BindingCodes.WrongShape, other.Location, $"`{key}` is not a list", "write each entry on a line of its own after `- `");
                return [];
        }
    }

    /// <summary>The texts of a list; an item that is something else is reported.</summary>
    /// <param name="key">The key.</param>
    public ImmutableArray<string> Texts(string key) =>
        [.. Items(key).Select(item => TryScalar(item, $"this item of `{key}`", out var text) ? text.Value : null).OfType<string>()];

    /// <summary>The mapping of a key, or null when it is absent or something else.</summary>
    /// <param name="key">The key.</param>
    public MappingNode? Mapping(string key) => Node(key) is { } node && TryMapping(node, $"`{key}`", out var mapping) ? mapping : null;

    /// <summary>A word out of those allowed; null, and reported, when it isn't one of them.</summary>
    /// <param name="key">The key, which must be there.</param>
    /// <param name="allowed">The words allowed.</param>
    public string? RequireWord(string key, ImmutableArray<string> allowed) =>
        RequireScalar(key, allowed[0]) is { } scalar ? Word(scalar, key, allowed) : null;

    /// <summary>A word out of those allowed; null when it is absent or, reported, not one of them.</summary>
    /// <param name="key">The key.</param>
    /// <param name="allowed">The words allowed.</param>
    public string? OptionalWord(string key, ImmutableArray<string> allowed) =>
        Scalar(key) is { } scalar ? Word(scalar, key, allowed) : null;

    /// <summary>An identifier in kebab-case; null, and reported, when it isn't one.</summary>
    /// <param name="key">The key, which must be there.</param>
    /// <param name="example">What it could say.</param>
    public ScalarNode? RequireIdentifier(string key, string example)
    {
        if (RequireScalar(key, example) is not { } scalar)
        {
            return null;
        }

        if (Identifier.IsKebabCase(scalar.Value))
        {
            return scalar;
        }

        _diagnostics.Error(
            BindingCodes.BadIdentifier,
            scalar.Location,
            $"`{scalar.Value}` is not an identifier",
            "use lower-case letters, digits and single hyphens, such as `" + example + "`");
        return null;
    }

    /// <summary>A calendar day; null when it is absent or, reported, not one.</summary>
    /// <param name="key">The key.</param>
    public DateOnly? Date(string key)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (IsoDate.TryParse(scalar.Value, out var date))
        {
            return date;
        }

        _diagnostics.Error(BindingCodes.BadDate, scalar.Location, $"`{scalar.Value}` is not a day", IsoDate.Cure(scalar.Value));
        return null;
    }

    /// <summary>Whether a node is a scalar with a value; if not that is reported.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="scalar">The scalar.</param>
    public bool TryScalar(Node node, string what, [NotNullWhen(true)] out ScalarNode? scalar)
    {
        scalar = node as ScalarNode;
        if (scalar is null)
        {
            _diagnostics.Error(BindingCodes.WrongShape, node.Location, $"{what} is not a single value", "write one value after the colon");
        }

        return scalar is not null;
    }

    /// <summary>Whether a node is a mapping; if not that is reported.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="mapping">The mapping.</param>
    public bool TryMapping(Node node, string what, [NotNullWhen(true)] out MappingNode? mapping)
    {
        mapping = node as MappingNode;
        if (mapping is null)
        {
            _diagnostics.Error(BindingCodes.WrongShape, node.Location, $"{what} is not a mapping", "write `key: value` lines below it, indented");
        }

        return mapping is not null;
    }

    private string? Word(ScalarNode scalar, string key, ImmutableArray<string> allowed)
    {
        if (allowed.Contains(scalar.Value))
        {
            return scalar.Value;
        }

        _diagnostics.Error(
            BindingCodes.UnknownWord,
            scalar.Location,
            $"`{key}` can't be `{scalar.Value}`",
            Spelling.DidYouMean(scalar.Value, allowed, $"use one of {string.Join(", ", allowed)}"));
        return null;
    }
}
