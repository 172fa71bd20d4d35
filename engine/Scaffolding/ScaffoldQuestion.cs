using System.Collections.Immutable;

namespace PolicyCheck.Scaffolding;

/// <summary>Something that a new file needs to be told.</summary>
/// <param name="Name">Its name, and that of the flag that answers it.</param>
/// <param name="Question">The question as a person is asked it, without a question mark where it isn't one.</param>
/// <param name="Choices">The answers there are, or empty where any text will do.</param>
/// <param name="IsRequired">Whether the file can't do without.</param>
/// <param name="IsDay">Whether the answer is a day.</param>
public sealed record ScaffoldQuestion(string Name, string Question, ImmutableArray<string> Choices, bool IsRequired, bool IsDay = false);
