namespace PolicyCheck.Schemas;

/// <summary>The kinds of file that a JSON Schema describes.</summary>
public enum SchemaKind
{
    /// <summary>A manifest, <c>*.manifest.yaml</c>.</summary>
    Manifest,

    /// <summary>A rule set, <c>*.rules.yaml</c>.</summary>
    Rules,

    /// <summary>A vocabulary, <c>vocabulary.yaml</c>.</summary>
    Vocabulary,

    /// <summary>Tests of a rule set, <c>*_test.yaml</c>.</summary>
    Test,

    /// <summary>A mapping of a table, <c>*.mapping.yaml</c>.</summary>
    Mapping,

    /// <summary>Waivers, <c>waivers.yaml</c>.</summary>
    Waivers,

    /// <summary>A project's configuration, <c>.policycheck.yaml</c>.</summary>
    Config,

    /// <summary>A line of a fleet's results, which the program writes and nobody else.</summary>
    Result,
}
