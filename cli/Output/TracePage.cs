using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes conditions as trees, each part with its truth.</summary>
/// <param name="page">Where to write.</param>
/// <param name="asOf">The day whose parameter values are shown.</param>
/// <param name="value">What is said below a test of a fact about the fact's value, or null where nothing is.</param>
internal sealed class TracePage(TextPage page, DateOnly asOf, Func<Leaf, string>? value = null)
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
            WriteValue(trace, indent + label + 3);
            WriteParts(trace, indent + label + 3);
        }
    }

    private void WriteParts(Trace trace, int indent)
    {
        foreach (var part in trace.Parts)
        {
            page.Line(indent, Part(part));
            WriteValue(part, indent + 2);
            WriteParts(part, indent + 2);
        }
    }

    private void WriteValue(Trace trace, int indent)
    {
        if (value is not null && trace.Condition is Leaf leaf)
        {
            page.Line(indent, TextPage.Styled(value(leaf), "dim"));
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
