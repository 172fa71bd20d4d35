using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Questions;
using PolicyCheck.Values;

namespace PolicyCheck.Cli.Commands;

/// <summary>One question of an interview, asked until the answer can be understood.</summary>
internal sealed class InterviewQuestion(InterviewRules rules, Lines lines)
{
    private static readonly string[] Unknown = ["-", "don't know", "dont know", "unknown"];
    private static readonly string[] Stop = ["q", "quit", "stop"];
    private static readonly string[] Bases = ["claimed", "documented", "measured", "attested"];

    /// <summary>Asks it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="number">Its number.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="before">The answers so far.</param>
    public Reply Ask(Question question, int number, Manifest manifest, ImmutableArray<GivenAnswer> before)
    {
        var fact = question.Open.Fact;
        lines.Say(page =>
        {
            page.Row(0, 3, TextPage.Styled($"{number}."), $"{TextPage.Styled(fact.Question, "bold")} {TextPage.Styled($"({fact.Path}{(question.Open.Use is { } use && manifest.Uses.Length > 1 ? $", use {use.Id}" : "")}; the {(fact.AskWho == "legal" ? "lawyer" : fact.AskWho)} knows)", "dim")}");
            foreach (var (value, index) in fact.Type is FactType.Choice or FactType.Choices ? fact.Values.Select((value, index) => (value, index + 1)) : [])
            {
                page.Row(4, 3, TextPage.Styled($"{index})"), $"{TextPage.Styled(value.Value)}{(value.Meaning.Length > 0 ? TextPage.Styled($"  {value.Meaning}", "dim") : "")}");
            }

            if (fact.Type is not (FactType.Choice or FactType.Text))
            {
                page.Line(4, TextPage.Styled(fact.Type == FactType.Choices ? "one or more, with commas between" : QuestionText.Expected(fact), "dim"));
            }
        });
        while (true)
        {
            var text = lines.Ask("    > ");
            if (text is null || Stop.Contains(text.ToLowerInvariant()))
            {
                return new(null, Stops: true);
            }

            if (Unknown.Contains(text.ToLowerInvariant()))
            {
                return new(null, Stops: false);
            }

            if (text is "?" or "")
            {
                Explain(question);
            }
            else if (Value(text, question, manifest, before) is { } value)
            {
                return new(Based(question.Open, value), Stops: false);
            }
        }
    }

    private Value? Value(string text, Question question, Manifest manifest, ImmutableArray<GivenAnswer> before)
    {
        var (value, problems) = AnswerReader.Read(text, question.Open.Fact, rules.Library.Vocabulary, manifest.Location);
        if (value is not null)
        {
            problems = GivenAnswer.Contradictions(GivenAnswer.AddTo(manifest, before.Add(new(question.Open, value, Basis.Claimed, null, null))), rules.Library.Vocabulary);
        }

        foreach (var problem in problems)
        {
            lines.Say(4, $"{problem.Message}: {problem.Cure}", "yellow");
        }

        return problems.IsEmpty ? value : null;
    }

    private void Explain(Question question) => lines.Say(page =>
    {
        page.Line(4, TextPage.Styled(question.Open.Fact.Meaning));
        if (question.Stated is { } stated)
        {
            page.Line(4, TextPage.Styled($"The manifest says {ValueText.Write(stated, question.Open.Fact)}, which isn't exact enough."));
        }

        page.Row(4, 8, TextPage.Styled("Decides", "blue"), TextPage.Styled(QuestionText.Decides(question)));
        foreach (var lead in question.Leads)
        {
            page.Row(4, 8, TextPage.Styled("Answer", "blue"), $"{TextPage.Styled(QuestionText.Answers(lead), "bold")}{TextPage.Styled($": {QuestionText.Leads(lead)}")}");
        }
    });

    // How well it is known, in one line: a basis, then a source, then a day, each where there is one.
    private GivenAnswer Based(OpenFact open, Value value)
    {
        while (true)
        {
            var text = lines.Ask("    How is that known? (claimed, documented, measured or attested; source; day) > ");
            if (string.IsNullOrEmpty(text))
            {
                return new(open, value, Basis.Claimed, null, null);
            }

            var parts = text.Split(';', StringSplitOptions.TrimEntries);
            var basis = Array.FindIndex(Bases, one => one.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase));
            var day = parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null;
            if (basis < 0)
            {
                lines.Say(4, $"`{parts[0]}` is no basis: write {string.Join(", ", Bases[..^1])} or {Bases[^1]}, or nothing", "yellow");
            }
            else if (parts.Length > 3)
            {
                lines.Say(4, "that is more than a basis, a source and a day: write commas within the source", "yellow");
            }
            else if (day is not null && !IsoDate.TryParse(day, out _))
            {
                lines.Say(4, $"`{day}` is not a day: {IsoDate.Cure(day)}", "yellow");
            }
            else
            {
                return new(open, value, (Basis)basis, parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null, day is not null && IsoDate.TryParse(day, out var on) ? on : null);
            }
        }
    }
}

/// <summary>What came of a question.</summary>
/// <param name="Answer">The answer; null where it is left unknown.</param>
/// <param name="Stops">Whether the interview ends here.</param>
internal sealed record Reply(GivenAnswer? Answer, bool Stops);
