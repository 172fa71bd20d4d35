using System.Collections.Immutable;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;

namespace PolicyCheck.Reference;

/// <summary>The facts in the sections of their page, and the links to them.</summary>
internal sealed class FactLinks
{
    private readonly Dictionary<string, string> _anchors = new(StringComparer.Ordinal);

    public FactLinks(Vocabulary vocabulary)
    {
        Sections = [.. vocabulary.Facts.GroupBy(fact => fact.Path.Split('.')[0], StringComparer.Ordinal).Select(group => (group.Key, group.ToImmutableArray()))];
        var anchors = new HeadingAnchors();
        foreach (var (section, facts) in Sections)
        {
            anchors.Next(FactsPage.SectionTitle(section));
            foreach (var fact in facts)
            {
                _anchors.Add(fact.Path, anchors.Next(fact.Path));
            }
        }
    }

    /// <summary>The facts by the first part of their paths.</summary>
    public ImmutableArray<(string Section, ImmutableArray<FactDeclaration> Facts)> Sections { get; }

    /// <summary>A fact as a link from a page; a field of a record, which has no place of its own, as code.</summary>
    /// <param name="path">The fact's path.</param>
    /// <param name="toRoot">How the page reaches the reference's folder, such as <c>../</c>.</param>
    public string Link(string path, string toRoot) =>
        _anchors.TryGetValue(path, out var anchor) ? MarkdownText.Link(MarkdownText.Code(path), $"{toRoot}facts.md#{anchor}") : MarkdownText.Code(path);
}
