using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Scaffolding;

/// <summary>Writes texts and values as YAML on one line.</summary>
internal static class YamlText
{
    private static readonly string[] Reserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    /// <summary>A text, quoted where it would be read as something else.</summary>
    public static string Of(string text) => IsPlain(text) ? text : $"\"{Visible(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString())}\"";

    // A file is refused that turns the direction of writing unseen.
    private static string Visible(string text) =>
        string.Concat(text.Select(letter => char.GetUnicodeCategory(letter) == UnicodeCategory.Format ? $"\\u{(int)letter:x4}" : letter.ToString()));

    /// <summary>Several texts in a row.</summary>
    public static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(Of));

    /// <summary>A value as a manifest states it.</summary>
    public static string Of(Value value, FactDeclaration fact) => value switch
    {
        FlagValue flag => flag.Flag ? "true" : "false",
        TextValue text => Of(text.Text),
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        DurationValue duration => duration.Duration.ToString(),
        DateValue date => IsoDate.Format(date.Date),
        PlaceValue place => Of(place.Place.Code),
        TermsValue terms => $"[{List(terms.Terms)}]",
        PlacesValue places => $"[{List(places.Places.Select(place => place.Code))}]",
        RecordsValue records => $"[{string.Join(", ", records.Rows.Select(row => Row(row, fact)))}]",
        _ => throw new InvalidOperationException($"no YAML for {value.GetType().Name}"),
    };

    private static string Row(IReadOnlyList<Value?> row, FactDeclaration fact) =>
        $"{{{string.Join(", ", fact.Fields.Zip(row, (field, value) => value is null ? null : $"{field.Path}: {Of(value, field)}").OfType<string>())}}}";

    // Words, with the marks within a sentence that mean nothing to YAML.
    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text[^1] != ' '
            && text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '?' or '-' or '/' or '.' or '\'' or '(' or ')' or ';')
            && !Reserved.Contains(text.ToLowerInvariant());
}
