using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Explanation;

/// <summary>How the parts of a condition are written that aren't words of ours: names, values and places.</summary>
internal record Wording
{
    /// <summary>Everything as it is, for a terminal.</summary>
    public static Wording Plain { get; } = new();

    /// <summary>Whether a flag is said by its meaning, as in <c>a person looks at every match</c>, and not as <c>… is true</c>.</summary>
    public virtual bool SaysFlags => false;

    /// <summary>A fact's name, or a field's.</summary>
    public virtual string Fact(FactDeclaration fact) => fact.Path;

    /// <summary>A definition, as a phrase that says it is met or isn't.</summary>
    public virtual string Definition(Defined defined, bool negated) => negated ? $"it is not so that {defined.Name}" : defined.Name;

    /// <summary>A parameter's name after its values.</summary>
    public virtual string Parameter(string name) => $" ({name})";

    /// <summary>A text that somebody wrote.</summary>
    public virtual string Text(string text) => text;

    /// <summary>One value.</summary>
    public virtual string Value(Value value, FactDeclaration fact) => value switch
    {
        PatternValue pattern => $"/{pattern.Pattern}/",
        DurationValue duration => duration.Duration.ToString(),
        DateValue date => IsoDate.Format(date.Date),
        _ => ValueText.Write(value, fact),
    };
}
