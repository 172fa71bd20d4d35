using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyCheck.Reference;

/// <summary>Turns a page of Markdown into a page of HTML that needs nothing else.</summary>
internal static class HtmlPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    // The template's pieces, cut where something is filled in, so that nothing in a filling is taken for a place to fill.
    private static readonly Lazy<string[]> Template = new(() => ReadTemplate().Split(["{marker}", "{title}", "{navigation}", "{page}"], StringSplitOptions.None));

    /// <summary>Where a page of Markdown lies as HTML.</summary>
    public static string PathOf(string path) => path.Replace("README.md", "index.md", StringComparison.Ordinal).Replace(".md", ".html", StringComparison.Ordinal);

    /// <summary>The page as HTML.</summary>
    /// <param name="markdown">The page, without the line that marks it.</param>
    /// <param name="marker">That line.</param>
    public static string Write(string markdown, string marker)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        Prepare(document);
        var title = document.OfType<HeadingBlock>().First();
        var before = document.TakeWhile(block => block != title).ToList();
        var navigation = before.Count == 0 ? "" : $"<nav aria-label=\"Reference\">\n{Render(before)}</nav>\n";
        string[] filled = [marker, WebUtility.HtmlEncode(TextOf(title)), navigation, Render(document.Skip(before.Count)), ""];
        return string.Concat(Template.Value.Zip(filled, string.Concat));
    }

    private static void Prepare(MarkdownDocument document)
    {
        var anchors = new HeadingAnchors();
        foreach (var block in document.Descendants())
        {
            switch (block)
            {
                case HeadingBlock { Level: > 1 } heading:
                    heading.GetAttributes().Id = anchors.Next(TextOf(heading));
                    break;
                case LinkInline { Url: { } url } link when !url.Contains("://", StringComparison.Ordinal) && !url.StartsWith('#'):
                    link.Url = PathOf(url);
                    break;
                case TableRow { IsHeader: true } row:
                    foreach (var cell in row.OfType<TableCell>())
                    {
                        cell.GetAttributes().AddProperty("scope", "col");
                    }

                    break;
            }
        }
    }

    private static string Render(IEnumerable<Block> blocks)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }

        writer.Flush();
        return writer.ToString();
    }

    private static string TextOf(HeadingBlock heading) => string.Concat((heading.Inline?.Descendants() ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));

    private static string ReadTemplate()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("reference/page.html")
            ?? throw new InvalidOperationException("the template of the pages is missing from the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
