using System.Collections.Immutable;

namespace PolicyCheck.Values;

/// <summary>A typed value, without the place it was written at.</summary>
public abstract record Value;

/// <summary>True or false.</summary>
/// <param name="Flag">The value.</param>
public sealed record FlagValue(bool Flag) : Value;

/// <summary>A text, or the value of a choice.</summary>
/// <param name="Text">The text, compared ordinally.</param>
public sealed record TextValue(string Text) : Value;

/// <summary>A number in the unit that its fact declares.</summary>
/// <param name="Number">The exact number; a ratio is a fraction of one.</param>
public sealed record NumberValue(decimal Number) : Value;

/// <summary>A length of time.</summary>
/// <param name="Duration">The duration.</param>
public sealed record DurationValue(Duration Duration) : Value;

/// <summary>A calendar day.</summary>
/// <param name="Date">The day.</param>
public sealed record DateValue(DateOnly Date) : Value;

/// <summary>A place, or in a rule a group of places.</summary>
/// <param name="Place">The place.</param>
public sealed record PlaceValue(Place Place) : Value;

/// <summary>A set of declared values.</summary>
/// <param name="Terms">The values, distinct, in the order written.</param>
public sealed record TermsValue(ImmutableArray<string> Terms) : Value;

/// <summary>A set of places.</summary>
/// <param name="Places">The places, distinct, in the order written.</param>
public sealed record PlacesValue(ImmutableArray<Place> Places) : Value;

/// <summary>A list of records.</summary>
/// <param name="Rows">For each row the value of each declared field, in the order of declaration; null where a row doesn't state it.</param>
public sealed record RecordsValue(ImmutableArray<ImmutableArray<Value?>> Rows) : Value;
