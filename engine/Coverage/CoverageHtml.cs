using System.Globalization;
using System.Text;
using PolicyCheck.Text;

namespace PolicyCheck.Coverage;

/// <summary>Writes coverage as one HTML page without scripts: each rule set's own text, its lines coloured by what cases reach.</summary>
public static class CoverageHtml
{
    private const string Style = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--dim:#57606a;--line:#d0d7de;--full:#dafbe1;--part:#fff8c5;--none:#ffebe9}
        @media (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--dim:#9aa4af;--line:#30363d;--full:#12361f;--part:#3b3109;--none:#4a1a1c}}
        body{background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:75rem;padding:1rem}
        a{color:inherit}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.1rem .5rem}
        .sets td,.sets th{border-bottom:1px solid var(--line)}.number{text-align:right}
        .text{font:13px/1.45 ui-monospace,monospace;table-layout:fixed}.text td{white-space:pre-wrap;overflow-wrap:anywhere}
        .text .no{width:3.5rem;color:var(--dim);text-align:right}.text .mark{width:1.5rem}.text .why{width:30%;color:var(--ink);font-family:system-ui,sans-serif}
        .full{background:var(--full)}.part{background:var(--part)}.none{background:var(--none)}.dim{color:var(--dim)}
        .scroll{overflow-x:auto}
        @media print{body{max-width:none}.text{font-size:10px}}
        """;

    /// <summary>Writes a page.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(CoverageOfRules coverage, Stream output)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(output);
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>Coverage of rules</title>\n<style>\n");
        html.Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>Coverage of rules</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p><strong>{coverage.Percent} %</strong>: cases reach {coverage.Reached} of {coverage.Items.Length} outcomes, exceptions, definitions, limits and days. ");
        html.Append("✓ all that a line can show is reached, ◐ some of it, ✗ none.</p>\n");
        var sets = coverage.Items.GroupBy(item => item.RuleSetId, StringComparer.Ordinal).ToList();
        WriteList(html, sets);
        foreach (var set in sets)
        {
            WriteSet(html, set.Key, [.. set]);
        }

        html.Append("</main>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void WriteList(StringBuilder html, IEnumerable<IGrouping<string, CoverageItem>> sets)
    {
        html.Append("<table class=\"sets\">\n<thead><tr><th scope=\"col\">Rule set</th><th scope=\"col\" class=\"number\">Reached</th><th scope=\"col\" class=\"number\">Of</th></tr></thead>\n<tbody>\n");
        foreach (var set in sets)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"#{Escaped(set.Key)}\">{Escaped(set.Key)}</a></th><td class=\"number\">{set.Count(item => item.IsReached)}</td><td class=\"number\">{set.Count()}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void WriteSet(StringBuilder html, string id, List<CoverageItem> items)
    {
        var source = items[0].Location.Source;
        var byLine = items.ToLookup(item => item.Location.Start.Line);
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{Escaped(id)}\">\n<h2 id=\"{Escaped(id)}\">{Escaped(id)}</h2>\n<p class=\"dim\">{Escaped(source.Path)}</p>\n<div class=\"scroll\">\n<table class=\"text\">\n");
        html.Append("<thead><tr><th scope=\"col\" class=\"no\">Line</th><th scope=\"col\" class=\"mark\"><span class=\"dim\">✓</span></th><th scope=\"col\">Text</th><th scope=\"col\" class=\"why\">Not reached</th></tr></thead>\n<tbody>\n");
        for (var line = 1; line <= source.PositionOf(source.Content.TrimEnd().Length).Line; line++)
        {
            var here = byLine[line].ToList();
            var missed = here.Where(item => !item.IsReached).ToList();
            var (name, mark) = here.Count == 0 ? ("", "") : missed.Count == 0 ? ("full", "✓") : missed.Count < here.Count ? ("part", "◐") : ("none", "✗");
            html.Append(CultureInfo.InvariantCulture, $"<tr class=\"{name}\"><td class=\"no\">{line}</td><td class=\"mark\">{mark}</td><td>{Escaped(source.LineAt(line))}</td><td class=\"why\">{string.Join("<br>", missed.Select(item => Escaped($"no case {item.What}")))}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static string Escaped(string text) => HtmlText.Of(text);
}
