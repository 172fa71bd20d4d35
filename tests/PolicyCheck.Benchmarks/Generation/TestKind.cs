namespace PolicyCheck.Benchmarks.Generation;

/// <summary>What a generated rule asks of a fact.</summary>
internal enum TestKind
{
    Is,
    IsNot,
    In,
    NotIn,
    IncludesAny,
    IncludesAll,
    IncludesNone,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Before,
    OnOrAfter,
    Within,
}
