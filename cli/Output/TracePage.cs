using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes conditions as trees, each part with its truth.</summary>
internal sealed class TracePage(TextPage page, DateOnly asOf)
{
    private readonly ConditionText _conditions = new(asOf);

    /// <summary>Writes the conditions of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="indent">How far the tree is indented.</param>
    /// <param name="label">How wide the labels beside it are.</param>
    public void Write(Finding finding, int indent, int label)
    {
        Write("Speaks if", finding.Trigger, indent, label);
        Write("Requires", finding.Requirement, indent, label);
        foreach (var exception in finding.Exceptions)
        {
            Write("Except if", exception.Trace, indent, label);
        }
    }

    private void Write(string title, Trace? trace, int indent, int label)
    {
        if (trace is not null)
        {
            page.Row(indent, label, TextPage.Styled(title, "blue"), Part(trace));
            WriteParts(trace, indent + label + 3);
        }
    }

    private void WriteParts(Trace trace, int indent)
    {
        foreach (var part in trace.Parts)
        {
            page.Line(indent, Part(part));
            WriteParts(part, indent + 2);
        }
    }

    private string Part(Trace trace) => $"{VerdictWords.Mark(trace.Truth)} {TextPage.Styled(trace.Condition switch
    {
        AllOf => "all of:",
        AnyOf => "any of:",
        Negation => "not:",
        Defined defined => $"{defined.Name}, which means:",
        var leaf => _conditions.Phrase(leaf),
    })}";
}
