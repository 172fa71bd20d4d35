using System.Globalization;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Gives the things of one document their UUIDs; where two have one name, as two manifests of a file can, the second is counted.</summary>
internal sealed class Identities
{
    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);

    /// <summary>The UUID of the next thing with a name.</summary>
    /// <param name="parts">The kind of thing, and its name.</param>
    public string Next(params ReadOnlySpan<string> parts)
    {
        var uuid = NameUuid.Of(parts);
        var before = _given.GetValueOrDefault(uuid);
        _given[uuid] = before + 1;
        return before == 0 ? uuid : NameUuid.Of([.. parts, before.ToString(CultureInfo.InvariantCulture)]);
    }
}
