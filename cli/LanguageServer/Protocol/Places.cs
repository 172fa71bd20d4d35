using System.Text.Json.Serialization;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer.Protocol;

/// <summary>A place in a text, counted from nought, in UTF-16 code units.</summary>
internal readonly record struct Position(int Line, int Character)
{
    /// <summary>The place as the engine counts it.</summary>
    [JsonIgnore]
    public LinePosition InText => new(Line + 1, Character + 1);

    /// <summary>The place as editors count it.</summary>
    public static Position Of(LinePosition position) => new(position.Line - 1, position.Column - 1);
}

/// <summary>A stretch of a text; its end is outside.</summary>
internal readonly record struct Stretch(Position Start, Position End)
{
    /// <summary>The stretch of a location.</summary>
    public static Stretch Of(Location location) => new(Position.Of(location.Start), Position.Of(location.End));
}

/// <summary>A stretch of a file.</summary>
internal sealed record FileStretch(string Uri, Stretch Range);
