using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Importing;

/// <summary>What became of a table.</summary>
/// <param name="Rows">What became of each row, in the order of the table.</param>
/// <param name="Diagnostics">What the mapping couldn't make anything of.</param>
public sealed record ImportResult(ImmutableArray<ImportedRow> Rows, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The rows that have a manifest, whether read, unclear or unread.</summary>
    public IEnumerable<ImportedRow> Imported => Rows.Where(row => row.IsImported);

    /// <summary>The rows that nobody has read.</summary>
    public IEnumerable<ImportedRow> Unread => Rows.Where(row => !row.IsRead);

    /// <summary>The rows whose reader couldn't tell what they are about.</summary>
    public IEnumerable<ImportedRow> Unclear => Rows.Where(row => row.IsRead && row.Kind == RowKind.Unclear);

    /// <summary>The rows that are about something else.</summary>
    public IEnumerable<ImportedRow> Others => Rows.Where(row => !row.IsImported);

    /// <summary>Whether nothing was imported because something is wrong.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error);
}
