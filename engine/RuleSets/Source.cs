using PolicyCheck.Text;

namespace PolicyCheck.RuleSets;

/// <summary>A text that rules were read from.</summary>
/// <param name="Id">The identifier that citations use.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Date">The day of the text, or null.</param>
/// <param name="Read">How it was read.</param>
/// <param name="Checked">The day somebody last looked, or null.</param>
/// <param name="Confidence">How sure those who encoded it are.</param>
/// <param name="Note">What is uncertain, or null.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record Source(
    string Id,
    string Title,
    string? Url,
    DateOnly? Date,
    ReadFrom Read,
    DateOnly? Checked,
    Confidence Confidence,
    string? Note,
    Location Location);
