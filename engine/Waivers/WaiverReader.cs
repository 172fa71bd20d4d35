using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Tables;

namespace PolicyCheck.Waivers;

/// <summary>Reads files of waivers: YAML or JSON, or a table whose columns are named like the keys.</summary>
public static class WaiverReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The path to report; one that ends in <c>.csv</c> is a table.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="library">The rules that can be waived.</param>
    /// <param name="limits">How much is read; the documented defaults when null.</param>
    public static WaiverFile Read(string path, ReadOnlyMemory<byte> content, RuleLibrary library, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(library);
        var diagnostics = new DiagnosticBag();
        var waivers = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? OfTable() : OfDocument();
        var binder = new WaiverBinder(library, diagnostics);
        return new([.. waivers.Select(binder.Bind).OfType<Waiver>()], diagnostics.ToImmutable());

        IReadOnlyList<Node> OfTable()
        {
            var (table, problems) = TableReader.Read(path, content, limits, rowsNeeded: false);
            diagnostics.AddRange(problems);
            return table is null ? [] : new WaiverTable(table, limits, diagnostics).Waivers();
        }

        IReadOnlyList<Node> OfDocument()
        {
            var read = DocumentReader.Read(path, content.Span, limits);
            diagnostics.AddRange(read.Diagnostics);
            if (diagnostics.HasErrors)
            {
                return [];
            }

            if (read.Documents is not [MappingNode document])
            {
                diagnostics.Error(BindingCodes.DocumentCount, new(read.Source, default), "this file doesn't hold one mapping", "begin with `waivers:` and list them below, each after `- `");
                return [];
            }

            var root = new MappingBinder(document, "a file of waivers", WaiverBinder.FileKeys, diagnostics);
            root.Require("waivers", "[]");
            return root.Items("waivers");
        }
    }
}
