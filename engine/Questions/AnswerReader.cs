using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>Reads answers as people write them: values, the numbers that stand before them in a list, several with commas, yes and no.</summary>
public static class AnswerReader
{
    private static readonly string[] Yes = ["true", "yes", "y", "1"];
    private static readonly string[] No = ["false", "no", "n", "2"];

    /// <summary>Reads an answer.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="fact">The fact that was asked for.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="at">Where it was written, for problems.</param>
    /// <returns>The value, or null and every problem with it.</returns>
    public static (Value? Value, ImmutableArray<Diagnostic> Problems) Read(string text, FactDeclaration fact, Vocabulary vocabulary, Location at)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fact);
        var diagnostics = new DiagnosticBag();
        var value = Bind(text.Trim(), fact, new(vocabulary, groupsAllowed: false, diagnostics), at, diagnostics);
        return (value, diagnostics.ToImmutable());
    }

    private static Value? Bind(string text, FactDeclaration fact, ValueBinder binder, Location at, DiagnosticBag diagnostics) => fact.Type switch
    {
        FactType.Flag => binder.Bind(Scalar(Yes.Contains(text.ToLowerInvariant()) ? "true" : No.Contains(text.ToLowerInvariant()) ? "false" : text, at), fact),
        FactType.Choice => Numbered(text, fact, at, diagnostics) is { } chosen ? binder.Bind(Scalar(chosen, at), fact) : null,
        FactType.Choices or FactType.Places => Several(text, fact, binder, at, diagnostics),
        FactType.Records => Rows(text, fact, at, diagnostics),
        _ => binder.Bind(Scalar(text, at), fact),
    };

    private static ScalarNode Scalar(string text, Location at) => new(at, text, IsPlain: true);

    // The number of a declared value in their order, or the value itself; a value that is a number comes before.
    private static string? Numbered(string text, FactDeclaration fact, Location at, DiagnosticBag diagnostics)
    {
        if (fact.Values.IsEmpty || fact.Values.Any(value => value.Value == text) || !int.TryParse(text, out var number))
        {
            return text;
        }

        if (number >= 1 && number <= fact.Values.Length)
        {
            return fact.Values[number - 1].Value;
        }

        diagnostics.Error(FactsCodes.UnknownValue, at, $"there is no answer {number}", $"give a number from 1 to {fact.Values.Length}, or a value");
        return null;
    }

    // What is none of the values, where no value says so, is written as `none`.
    private static Value? Several(string text, FactDeclaration fact, ValueBinder binder, Location at, DiagnosticBag diagnostics)
    {
        var parts = text.Trim('[', ']').Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (fact.Type == FactType.Choices && parts is ["none"] && !fact.Values.Any(value => value.Value == "none"))
        {
            return new TermsValue([]);
        }

        if (parts.Length == 0)
        {
            diagnostics.Error(FactsCodes.WrongType, at, "this names nothing", fact.Type == FactType.Places ? "name one place or more, such as `US-OR/portland`, with commas between" : "name one value or more, with commas between, or `none`");
            return null;
        }

        var values = parts.Select(part => fact.Type == FactType.Choices ? Numbered(part, fact, at, diagnostics) : part).ToList();
        return values.Contains(null) ? null : binder.Bind(new SequenceNode(at, [.. values.OfType<string>().Select(value => Scalar(value, at))]), fact);
    }

    private static Value? Rows(string text, FactDeclaration fact, Location at, DiagnosticBag diagnostics)
    {
        var read = DocumentReader.ReadDecoded(new("answer.yaml", text));
        if (read.Documents is [var document] && read.Diagnostics.IsEmpty)
        {
            var found = new DiagnosticBag();
            var value = new ValueBinder(Vocabulary.Empty, groupsAllowed: false, found).Bind(document, fact);
            if (value is not null)
            {
                return value;
            }

            // They are told where the answer stands, not where within it.
            foreach (var problem in found.ToImmutable())
            {
                diagnostics.Add(problem with { Location = at });
            }

            return null;
        }

        diagnostics.Error(FactsCodes.WrongType, at, $"this is no list of rows of {fact.Path}", $"write it as a manifest does, such as [{{{string.Join(", ", fact.Fields.Take(3).Select(field => $"{field.Path}: ..."))}}}]");
        return null;
    }
}
