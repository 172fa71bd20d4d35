using System.Collections.Immutable;

namespace PolicyCheck.Benchmarks.Generation;

/// <summary>What a generated manifest states.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Facts">Each fact with its values, in the order of the manifest; one value but for sets.</param>
internal sealed record GeneratedManifest(string Name, ImmutableArray<(GeneratedFact Fact, ImmutableArray<string> Values)> Facts)
{
    /// <summary>The values of a fact, or null where it isn't stated.</summary>
    /// <param name="path">The fact's path.</param>
    public ImmutableArray<string>? this[string path]
    {
        get
        {
            foreach (var (fact, values) in Facts)
            {
                if (fact.Path == path)
                {
                    return values;
                }
            }

            return null;
        }
    }
}
