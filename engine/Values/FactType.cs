namespace PolicyCheck.Values;

/// <summary>The type of a fact, as the vocabulary declares it.</summary>
public enum FactType
{
    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Free text, compared ordinally.</summary>
    Text,

    /// <summary>An exact decimal number with a unit.</summary>
    Number,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>One of the declared values.</summary>
    Choice,

    /// <summary>A set of declared values.</summary>
    Choices,

    /// <summary>An ISO 8601 calendar day.</summary>
    Date,

    /// <summary>A place: ISO 3166-1, ISO 3166-2, then slugs.</summary>
    Place,

    /// <summary>A set of places.</summary>
    Places,

    /// <summary>A list of records with declared fields.</summary>
    Records,
}
