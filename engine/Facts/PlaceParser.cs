using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>Tells places from misspelt ones.</summary>
public static class PlaceParser
{
    /// <summary>Parses a place; groups are places only to rules.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vocabulary">The vocabulary with groups and local places.</param>
    /// <param name="groupsAllowed">Whether a group such as <c>EU</c> may stand for its members.</param>
    /// <param name="place">The place.</param>
    /// <param name="cure">What to write instead, where it isn't one.</param>
    public static bool TryParse(string text, Vocabulary vocabulary, bool groupsAllowed, out Place place, out string cure)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        place = new(text);
        cure = "";
        if (place.IsWorld || vocabulary.LocalPlaces.ContainsKey(text))
        {
            return true;
        }

        if (vocabulary.FindGroup(text) is { } group)
        {
            cure = $"`{text}` is the group {group.Title}: name the countries of the deployment";
            return groupsAllowed;
        }

        if (IsoPlaces.Contains(text))
        {
            return true;
        }

        var segments = text.Split('/');
        if (!IsoPlaces.Contains(segments[0]))
        {
            cure = NearestCode(segments[0], vocabulary) is { } nearest
                ? $"did you mean `{string.Join('/', [nearest, .. segments[1..]])}`?"
                : "use an ISO 3166-1 country (`US`), an ISO 3166-2 subdivision (`US-OR`), and after a slash a local name (`US-OR/portland`)";
            return false;
        }

        if (segments.Skip(1).FirstOrDefault(segment => !IsSlug(segment)) is { } bad)
        {
            cure = $"write `{bad}` in lower case with hyphens, such as `US-OR/portland`";
            return false;
        }

        if (segments.Length > 1 && MisspeltLocalPlace(text, vocabulary) is { } meant)
        {
            cure = $"did you mean `{meant}`? If `{text}` is a place of its own, name it under `places` in a vocabulary file";
            return false;
        }

        return true;
    }

    private static bool IsSlug(string segment) => Binding.Identifier.IsKebabCase(segment);

    // One letter away from a place that rules speak of: taking it for another town would silently free it of that town's law.
    private static string? MisspeltLocalPlace(string text, Vocabulary vocabulary) =>
        vocabulary.LocalPlaces.Keys.FirstOrDefault(known => Spelling.IsOneEditApart(text, known));

    private static string? NearestCode(string segment, Vocabulary vocabulary)
    {
        var upper = segment.ToUpperInvariant();
        if (IsoPlaces.NameOf(upper) is not null)
        {
            return upper;
        }

        var country = upper.Split('-')[0];
        var codes = IsoPlaces.NameOf(country) is not null
            ? IsoPlaces.Codes.Where(code => code.StartsWith(country + "-", StringComparison.Ordinal))
            : IsoPlaces.Codes.Concat(vocabulary.Groups.Select(group => group.Id));
        return Spelling.Nearest(upper, codes);
    }
}
