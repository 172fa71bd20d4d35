namespace PolicyCheck.Conditions;

/// <summary>A number computed over rows of results; the error rates follow ISO/IEC 19795-1.</summary>
public enum Measure
{
    /// <summary>How many rows there are.</summary>
    Count,

    /// <summary>The highest error rate, as observed.</summary>
    HighestRate,

    /// <summary>The highest of the rows' exact one-sided 95 % upper confidence bounds (Clopper-Pearson).</summary>
    HighestUpperBound,

    /// <summary>The highest error rate divided by the lowest.</summary>
    Ratio,

    /// <summary>The smallest number of trials in a row.</summary>
    FewestTrials,

    /// <summary>The smallest number of errors in a row.</summary>
    FewestErrors,

    /// <summary>The Gini coefficient of the error rates in its small-sample form (GARBE): 0 is even, 1 the most uneven.</summary>
    Gini,
}
