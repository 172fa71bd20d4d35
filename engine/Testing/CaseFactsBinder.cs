using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>Reads the facts that a test file states itself, <c>unstated</c> among them.</summary>
internal sealed class CaseFactsBinder(Vocabulary vocabulary, ImmutableHashSet<string> read, DiagnosticBag diagnostics)
{
    /// <summary>The word that leaves a fact out.</summary>
    public const string LeftOut = "unstated";

    private readonly StatementBinder _statements = new(vocabulary, diagnostics);

    /// <summary>Reads the facts of a mapping, nested or with dots.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="ownKeys">Keys that state no fact.</param>
    public CaseFacts Bind(MappingNode mapping, params ImmutableArray<string> ownKeys)
    {
        var leftOut = new Dictionary<string, Location>(StringComparer.Ordinal);
        var stated = _statements.Bind(Without(mapping, "", leftOut), ownKeys, StatementScope.Case);
        foreach (var (path, location) in stated.Select(fact => (fact.Fact.Path, fact.Location)).Concat(leftOut.Select(pair => (pair.Key, pair.Value))))
        {
            if (!read.Contains(path))
            {
                diagnostics.Error(TestCodes.UnreadFact, location, $"no rule under test reads `{path}`", "remove it, so that nobody takes it for what the outcome turned on");
            }
        }

        return new(stated, [.. leftOut.Keys]);
    }

    private MappingNode Without(MappingNode mapping, string prefix, Dictionary<string, Location> leftOut)
    {
        var kept = ImmutableArray.CreateBuilder<MappingEntry>();
        foreach (var entry in mapping.Entries)
        {
            var path = prefix + entry.Key.Value;
            if (entry.Value is ScalarNode { IsPlain: true, Value: LeftOut } && vocabulary.Find(path) is not null)
            {
                leftOut[path] = entry.Key.Location;
            }
            else
            {
                kept.Add(entry.Value is MappingNode section && vocabulary.IsSection(path) ? entry with { Value = Without(section, path + ".", leftOut) } : entry);
            }
        }

        return mapping with { Entries = kept.ToImmutable() };
    }
}
