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
            RequireRead(path, location);
        }

        return new(stated, [.. leftOut.Keys]);
    }

    /// <summary>Whether a rule under test reads a fact; if none does that is reported.</summary>
    /// <param name="path">The fact.</param>
    /// <param name="location">Where it is stated.</param>
    public bool RequireRead(string path, Location location)
    {
        if (!read.Contains(path))
        {
            diagnostics.Error(TestCodes.UnreadFact, location, $"no rule under test reads `{path}`", "remove it, so that nobody takes it for what the outcome turned on");
        }

        return read.Contains(path);
    }

    private MappingNode Without(MappingNode mapping, string prefix, Dictionary<string, Location> leftOut)
    {
        var kept = ImmutableArray.CreateBuilder<MappingEntry>();
        foreach (var entry in mapping.Entries)
        {
            var path = prefix + entry.Key.Value;
            var isFact = vocabulary.Find(path) is not null;
            if (isFact && entry.Value is ScalarNode { IsPlain: true, Value: LeftOut })
            {
                leftOut[path] = entry.Key.Location;
            }
            else if (isFact && entry.Value is ScalarNode { IsNull: true })
            {
                diagnostics.Error(BindingCodes.EmptyValue, entry.Value.Location, $"`{path}` has no value here", $"write one, or `{LeftOut}` to leave the fact out");
            }
            else if (isFact && entry.Value is SequenceNode { Items: [ScalarNode { IsPlain: true, Value: LeftOut }] })
            {
                diagnostics.Error(BindingCodes.WrongShape, entry.Value.Location, $"`{LeftOut}` isn't a value that a list can hold", $"write `{LeftOut}` without brackets");
            }
            else
            {
                kept.Add(entry.Value is MappingNode section && vocabulary.IsSection(path) ? entry with { Value = Without(section, path + ".", leftOut) } : entry);
            }
        }

        return mapping with { Entries = kept.ToImmutable() };
    }
}
