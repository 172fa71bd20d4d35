namespace PolicyCheck.Evaluation;

/// <summary>A conclusion, or the defect that kept it from being reached.</summary>
/// <param name="Conclusion">The conclusion, or null.</param>
/// <param name="Defect">What went wrong, or null.</param>
public readonly record struct Evaluated(Conclusion? Conclusion, string? Defect);
