using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Scaffolding;
using Spectre.Console;

namespace PolicyCheck.Cli.Input;

/// <summary>Gathers what a new file needs to be told: from flags, and on a terminal from whoever sits there.</summary>
internal static class Answers
{
    /// <summary>The answers by the names of their questions.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="given">What the flags say.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">An answer is missing and nobody is there to give it, or one isn't fit.</exception>
    public static IReadOnlyDictionary<string, string> Gather(ImmutableArray<ScaffoldQuestion> questions, Func<string, string?> given, Surroundings surroundings)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            if (given(question.Name) is { Length: > 0 } answer)
            {
                answers.Add(question.Name, Problem(question, answer) is { } problem ? throw new CommandException(ExitCode.Usage, $"--{question.Name}: {problem}") : answer);
            }
        }

        var missing = questions.Where(question => question.IsRequired && !answers.ContainsKey(question.Name)).ToList();
        if (missing.Count > 0 && surroundings.Prompts is null)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"something is missing, and this isn't a terminal to ask on:\n{string.Join('\n', missing.Select(question => $"  --{question.Name}: {question.Question}{(question.Choices.IsEmpty ? "" : $" One of {string.Join(", ", question.Choices)}")}"))}");
        }

        if (missing.Count > 0 && surroundings.Prompts is { } open)
        {
            var console = open();
            foreach (var question in questions.Where(question => !answers.ContainsKey(question.Name)))
            {
                if (Ask(question, console) is { Length: > 0 } answer)
                {
                    answers.Add(question.Name, answer);
                }
            }
        }

        return answers;
    }

    private static string? Problem(ScaffoldQuestion question, string answer) =>
        question.IsDay && !IsoDate.TryParse(answer, out _) ? $"`{answer}` is not a day: {IsoDate.Cure(answer)}"
            : !question.Choices.IsEmpty && !question.Choices.Contains(answer) ? $"`{answer}` is not one of {string.Join(", ", question.Choices)}"
            : null;

    private static string Ask(ScaffoldQuestion question, IAnsiConsole console)
    {
        var title = Markup.Escape(question.Question);
        if (!question.Choices.IsEmpty)
        {
            const string skip = "(leave it out)";
            var prompt = new SelectionPrompt<string>().Title(title).AddChoices(question.IsRequired ? question.Choices : question.Choices.Add(skip));
            var chosen = console.Prompt(prompt);
            return chosen == skip ? "" : chosen;
        }

        var text = new TextPrompt<string>(question.IsRequired ? title : $"{title} (may stay empty)") { AllowEmpty = !question.IsRequired };
        return console.Prompt(text.Validate(answer =>
            answer.Length > 0 && Problem(question, answer) is { } problem ? ValidationResult.Error(Markup.Escape(problem)) : ValidationResult.Success()));
    }
}
