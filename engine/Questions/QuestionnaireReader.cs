using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Tables;
using PolicyCheck.Text;

namespace PolicyCheck.Questions;

/// <summary>Reads questionnaires that were filled in, as comma-separated values or as Markdown.</summary>
internal static partial class QuestionnaireReader
{
    private static readonly string[] Needed = ["fact", "answer"];

    /// <summary>The rows of a questionnaire, also those without an answer.</summary>
    public static ImmutableArray<FilledRow> Read(string path, ReadOnlyMemory<byte> content, ReadingLimits limits, DiagnosticBag diagnostics)
    {
        var start = Encoding.UTF8.GetString(content.Span[..Math.Min(content.Length, 200)]).TrimStart('\uFEFF', ' ', '\r', '\n');
        if (start.StartsWith('<'))
        {
            diagnostics.Error(QuestionnaireCodes.NotAQuestionnaire, new(new(path, ""), default), "this is a page to read or print, and answers can't be taken from it", "fill the same questions as CSV or Markdown: `policycheck ask ... -o csv=questions.csv`");
            return [];
        }

        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || start.StartsWith('#') ? Markdown(path, content, limits, diagnostics) : Table(path, content, limits, diagnostics);
    }

    private static ImmutableArray<FilledRow> Table(string path, ReadOnlyMemory<byte> content, ReadingLimits limits, DiagnosticBag diagnostics)
    {
        var (table, problems) = TableReader.Read(path, content, limits, rowsNeeded: false);
        diagnostics.AddRange(problems);
        if (table is null)
        {
            return [];
        }

        var columns = table.Header.Select((name, index) => (Name: name.Trim().ToLowerInvariant(), index)).DistinctBy(column => column.Name).ToDictionary(column => column.Name, column => column.index, StringComparer.Ordinal);
        if (Needed.FirstOrDefault(name => !columns.ContainsKey(name)) is { } missing)
        {
            diagnostics.Error(QuestionnaireCodes.NotAQuestionnaire, new(table.Source, default), $"this table has no column `{missing}`", "give a questionnaire as `policycheck ask -o csv` writes it, its columns left as they are");
            return [];
        }

        return [.. table.Rows.Select(row => new FilledRow(Cell(row, "manifest"), Cell(row, "digest"), Cell(row, "use"), Cell(row, "fact"), Cell(row, "answer"), Cell(row, "basis"), Cell(row, "source"), Cell(row, "day")))];

        // A spreadsheet keeps the mark that stops a cell from being a formula.
        FilledCell Cell(TableRow row, string name) => columns.TryGetValue(name, out var index)
            ? new(row.Cells[index].Trim() is ['\'', '=' or '+' or '-' or '@', ..] guarded ? guarded[1..] : row.Cells[index].Trim(), row.CellLocations[index])
            : new("", row.Location);
    }

    private static ImmutableArray<FilledRow> Markdown(string path, ReadOnlyMemory<byte> content, ReadingLimits limits, DiagnosticBag diagnostics)
    {
        if (content.Length > limits.MaxBytes)
        {
            diagnostics.Error(ReadingCodes.TooLarge, new(new(path, ""), default), $"this file has more than the {limits.MaxBytes} bytes allowed", "divide it, or raise the limit");
            return [];
        }

        var source = new SourceText(path, Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF'));
        var rows = ImmutableArray.CreateBuilder<FilledRow>();
        var nothing = new FilledCell("", new(source, default));
        var (manifest, digest, row) = (nothing, nothing, (FilledRow?)null);
        foreach (Match line in Entry().Matches(source.Content))
        {
            var value = line.Groups["value"];
            var cell = new FilledCell(Unescaped(value.Value.Trim()), new(source, new(value.Index, value.Index + value.Length)));
            switch (line.Groups["key"].Value)
            {
                case "manifest":
                    manifest = cell;
                    break;
                case "digest":
                    digest = cell;
                    break;
                case "fact":
                    Finish();
                    var parts = cell.Text.Split(" of use ", 2, StringSplitOptions.TrimEntries);
                    row = new(manifest, digest, cell with { Text = parts.Length > 1 ? parts[1] : "" }, cell with { Text = parts[0] }, nothing, nothing, nothing, nothing);
                    break;
                case "answer":
                    row = row is null ? null : row with { Answer = cell };
                    break;
                case "basis":
                    row = row is null ? null : row with { Basis = cell };
                    break;
                case "source":
                    row = row is null ? null : row with { Source = cell };
                    break;
                default:
                    row = row is null ? null : row with { Day = cell };
                    break;
            }
        }

        Finish();
        if (rows.Count == 0)
        {
            diagnostics.Error(QuestionnaireCodes.NotAQuestionnaire, new(source, default), "no question is found in this file", "give a questionnaire as `policycheck ask -o markdown` writes it, with its lines `- fact:` and `- answer:`");
        }

        return rows.ToImmutable();

        void Finish()
        {
            if (row is not null)
            {
                rows.Add(row);
            }
        }
    }

    private static string Unescaped(string text) => Escaped().Replace(text, "$1");

    [GeneratedRegex(@"^[-*] (?<key>manifest|digest|fact|answer|basis|source|day):(?<value>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\\([\\`*\[\]<>|~$&#_+=.)-])", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
