using System.Collections.Immutable;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Manifests;

/// <summary>One deployment as its manifest describes it; what it doesn't state is unknown.</summary>
/// <param name="Id">The identifier, in kebab-case.</param>
/// <param name="Title">What people call the deployment.</param>
/// <param name="Facts">The facts that hold for every use, in the order of the text.</param>
/// <param name="Uses">The uses, in the order of the text; at least one.</param>
/// <param name="Location">Where the manifest begins.</param>
public sealed record Manifest(string Id, string Title, ImmutableArray<StatedFact> Facts, ImmutableArray<Use> Uses, Location Location)
{
    /// <summary>The path of the manifest's file.</summary>
    public string Path => Location.Path;

    /// <summary>The SHA-256 of the file as read, as <c>sha256:</c> and lower-case hexadecimal digits; empty where the manifest isn't a file of its own.</summary>
    public string Digest { get; init; } = "";

    /// <summary>The days on which the deployment runs, or null where nothing is said of them; no rule reads it.</summary>
    public Period? Period { get; init; }

    /// <summary>The paths of facts and of groups of them that mustn't be changed, and <c>uses</c> where no use may be dropped, in the order of the text.</summary>
    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>Whether the manifest says that a fact mustn't be changed.</summary>
    /// <param name="path">The fact's path, or <c>uses</c> for the uses themselves.</param>
    /// <param name="use">The use it is stated in, or null for a fact of the deployment.</param>
    public bool IsGiven(string path, Use? use = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Given.Concat(use?.Given ?? []).Any(given => path == given || path.StartsWith($"{given}.", StringComparison.Ordinal));
    }
}

/// <summary>One purpose for which a deployment is used, assessed by itself.</summary>
/// <param name="Id">The identifier, distinct within its manifest.</param>
/// <param name="Title">What people call it; the identifier where none is given.</param>
/// <param name="Facts">The facts of this use alone, in the order of the text.</param>
/// <param name="Location">Where the use is written.</param>
public sealed record Use(string Id, string Title, ImmutableArray<StatedFact> Facts, Location Location)
{
    /// <summary>The paths of facts of this use, and of groups of them, that mustn't be changed, in the order of the text.</summary>
    public ImmutableArray<string> Given { get; init; } = [];
}
