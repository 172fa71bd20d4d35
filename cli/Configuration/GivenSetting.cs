using System.Collections.Immutable;
using PolicyCheck.Projects;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Configuration;

/// <summary>A setting with its values and where they come from.</summary>
/// <param name="Key">The setting.</param>
/// <param name="Values">The values, paths from the working directory; empty where the default holds.</param>
/// <param name="Origin">Where they come from.</param>
/// <param name="Location">Where in the configuration, or null.</param>
internal sealed record GivenSetting(ProjectKey Key, ImmutableArray<string> Values, SettingOrigin Origin, Location? Location)
{
    /// <summary>Where they come from, in words.</summary>
    public string Where => Origin switch
    {
        SettingOrigin.CommandLine => "command line",
        SettingOrigin.Environment => Key.Variable,
        SettingOrigin.File when Location is { } place => $"{place.Path}:{place.Start.Line}:{place.Start.Column}",
        _ => "default",
    };
}

/// <summary>Where a setting comes from, the first that has it.</summary>
internal enum SettingOrigin
{
    /// <summary>A flag or an argument.</summary>
    CommandLine,

    /// <summary>A variable of the environment.</summary>
    Environment,

    /// <summary>The project's configuration.</summary>
    File,

    /// <summary>None: what the program does by itself.</summary>
    Default,
}
