using PolicyCheck.Text;

namespace PolicyCheck.Symbols;

/// <summary>A place where a name is written.</summary>
/// <param name="Symbol">What is named.</param>
/// <param name="Location">The letters of the name, without quotes and without what stands before them.</param>
/// <param name="Hidden">The beginning of the name that isn't written here, because the keys above say it, such as <c>deployer.</c>.</param>
/// <param name="IsDeclaration">Whether the name is given here.</param>
public sealed record Mention(Symbol Symbol, Location Location, string Hidden, bool IsDeclaration)
{
    /// <summary>Whether the letters stand there one for one, so that they can be replaced.</summary>
    public bool IsVerbatim => Location.Source.Content.AsSpan()[Location.Span.Start..Location.Span.End].SequenceEqual(Symbol.Name.AsSpan(Hidden.Length));
}
