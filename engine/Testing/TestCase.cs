using System.Collections.Immutable;
using PolicyCheck.Manifests;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>One deployment on one day, and what rules are expected to say of it.</summary>
/// <param name="Name">Its name; of a row of a table the table's, with the row's cells in brackets.</param>
/// <param name="Manifest">The deployment, with one use.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Expectations">What is expected of rules.</param>
/// <param name="Verdict">What is expected of the rule sets together, or null.</param>
/// <param name="Location">Where it is written.</param>
public sealed record TestCase(
    string Name,
    Manifest Manifest,
    DateOnly AsOf,
    ImmutableArray<Expectation> Expectations,
    ExpectedVerdict? Verdict,
    Location Location);
