using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Baselines;

/// <summary>Says whether a finding still turns on the same facts, whatever line they stand on.</summary>
internal static class FactsDigest
{
    /// <summary>The digest of the facts that a finding turned on, with their values and bases, and of those it misses.</summary>
    public static string Of(Finding finding) => ContentDigest.Of(Encoding.UTF8.GetBytes(string.Join('\n',
    [
        .. finding.Facts.Select(Stated).Order(StringComparer.Ordinal),
        .. finding.Missing.Select(fact => $"{fact.Path}?"),
        .. finding.MissingParameters.Select(parameter => $"${parameter}?"),
    ])));

    private static string Stated(StatedFact fact) => $"{fact.Fact.Path}={fact.Basis}:{Text(fact.Value, fact.Fact)}";

    private static string Text(Value value, FactDeclaration fact) => value is RecordsValue records
        ? string.Join(';', records.Rows.Select(row => string.Join(',', row.Zip(fact.Fields).Select(cell => cell.First is null ? "" : Text(cell.First, cell.Second)))))
        : ValueText.Write(value, fact);
}
