namespace PolicyCheck.Manifests;

/// <summary>Which facts a mapping can state.</summary>
internal enum StatementScope
{
    /// <summary>Those of the whole deployment.</summary>
    Deployment,

    /// <summary>Those of one use, without <c>use.</c>.</summary>
    Use,

    /// <summary>All of them, those of the use with <c>use.</c>: a case of a test has one use.</summary>
    Case,
}
