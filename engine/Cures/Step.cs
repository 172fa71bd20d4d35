namespace PolicyCheck.Cures;

/// <summary>A dial turned to a position.</summary>
/// <param name="Dial">The number of the dial.</param>
/// <param name="Position">The position, from one.</param>
internal readonly record struct Step(int Dial, int Position);
