namespace PolicyCheck.Conditions;

/// <summary>How a fact is compared with an operand.</summary>
public enum TestOperator
{
    /// <summary>Equal to the operand.</summary>
    Is,

    /// <summary>Equal to one of the operands.</summary>
    OneOf,

    /// <summary>A set that has one of the operands at least.</summary>
    IncludesAny,

    /// <summary>A set that has all of the operands.</summary>
    IncludesAll,

    /// <summary>A set with nothing outside the operands.</summary>
    Only,

    /// <summary>The operand or more.</summary>
    AtLeast,

    /// <summary>More than the operand.</summary>
    MoreThan,

    /// <summary>The operand or less.</summary>
    AtMost,

    /// <summary>Less than the operand.</summary>
    LessThan,

    /// <summary>A day before the operand, exclusive.</summary>
    Before,

    /// <summary>The operand's day or a later one.</summary>
    OnOrAfter,

    /// <summary>A day at most the operand's length of time before the day asked about, and not after it.</summary>
    WithinSpan,

    /// <summary>In one of the operand's places; for a set of places, one of them at least.</summary>
    WithinPlace,

    /// <summary>Every place lies in one of the operand's places.</summary>
    OnlyWithinPlaces,

    /// <summary>A text that a regular expression describes as a whole.</summary>
    Matches,

    /// <summary>Whether the fact is stated at all.</summary>
    Known,
}
