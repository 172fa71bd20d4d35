using System.Collections.Immutable;
using System.CommandLine;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Scaffolding;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>new</c>.</summary>
internal static class NewCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, for an interview.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var ask = new Option<bool>("--ask") { Description = "Then ask, question by question, for what settles the verdict, and add the answers" };
        var interactive = new Option<bool>("--interactive") { Description = "With --ask: read answers from standard input, a line each, also where that isn't a terminal" };
        var rules = Kind(
            "rules",
            "A rule set, with one rule that is a template; NAME may have a folder, such as our-rules/store-notice.",
            "policycheck new rules our-rules/store-notice --title \"Our store policy\" --authority \"Example Stores\" --standing corporate-policy --jurisdiction world --from 2026-01-01 --source-title \"The policy\" --read official",
            ScaffoldQuestions.Rules,
            (name, force, given, _) => NewFile.Rules(name, force, given, surroundings));
        var test = Kind(
            "test",
            "Tests of the rule set NAME, drafted from its rules: what each case expects is what the rules say today.",
            "policycheck new test our-rules/store-notice",
            [],
            (name, force, _, _) => NewFile.Test(name, force, surroundings));
        var manifest = Kind(
            "manifest",
            "A manifest of one deployment.",
            "policycheck new manifest entrance --title \"Staff entrance\" --sector retail --place US-OR/portland\n  policycheck new manifest entrance --ask",
            ScaffoldQuestions.Manifest(Vocabulary.Empty),
            (name, force, given, parsed) => NewFile.Manifest(name, force, given, surroundings, parsed.GetValue(ask) ? file => finish(NewManifest.Ask(file, parsed.GetValue(interactive), surroundings, engine)) : null));
        manifest.Add(ask);
        manifest.Add(interactive);
        var fact = Kind(
            "fact",
            "A fact of your own, added to a vocabulary with everything else left as it is; NAME is its path, such as store.signLanguage.",
            "policycheck new fact store.openAtNight --type flag --meaning \"Whether the store is open at night.\" --question \"Is the store open at night?\" --ask-who operator",
            ScaffoldQuestions.Fact,
            (name, _, given, _) => NewFile.Fact(name, given, surroundings),
            new ScaffoldQuestion(NewFile.VocabularyFlag, $"The vocabulary to add it to, made where there is none; {NewFile.DefaultVocabulary} when left out.", [], false));
        return new(
            "new",
            """
            Writes a file to begin with: commented, valid at once, and marked TODO where something is yours to say.

            On a terminal it asks for what the flags don't say. Beside the file it writes the JSON Schema that
            editors complete by, unless a folder named schemas above has it. It never overwrites a file without --force.

            Exit codes: 0 written, 2 usage, such as a file that exists; 3 what was said makes no valid file;
            4 with --ask: written, and questions are left.
            """)
        {
            rules, test, manifest, fact,
        };

        Command Kind(
            string name,
            string description,
            string example,
            ImmutableArray<ScaffoldQuestion> questions,
            Action<string, bool, Func<string, string?>, ParseResult> write,
            params ScaffoldQuestion[] further)
        {
            var subject = new Argument<string>("NAME") { Description = "The name, in lower-case letters, digits and hyphens" };
            var force = new Option<bool>("--force") { Description = "Overwrite a file that exists" };
            var flags = questions.Concat(further).ToDictionary(question => question.Name, Flag, StringComparer.Ordinal);
            var command = new Command(name, $"{description}\n\nExample:\n  {example}") { subject };
            foreach (var option in flags.Values.Concat<Option>(name == "fact" ? [] : [force]))
            {
                command.Add(option);
            }

            command.SetAction(parsed =>
            {
                finish(ExitCode.Holds);
                write(parsed.GetValue(subject) ?? "", name != "fact" && parsed.GetValue(force), flag => parsed.GetValue(flags[flag]), parsed);
            });
            return command;
        }
    }

    private static Option<string?> Flag(ScaffoldQuestion question) => new($"--{question.Name}")
    {
        Description = question.Question + (question.Choices is { IsEmpty: false, Length: < 12 } ? $" One of {string.Join(", ", question.Choices)}" : "") + (question.IsRequired || question.Name == NewFile.VocabularyFlag ? "" : " Optional"),
        HelpName = question.Name.ToUpperInvariant(),
    };
}
