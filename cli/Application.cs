using System.CommandLine;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Evaluation;
using PolicyCheck.Signing;
using PolicyCheck.Text;

namespace PolicyCheck.Cli;

/// <summary>The program: its verbs, and what becomes of errors.</summary>
internal static class Application
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="surroundings">What it takes from outside.</param>
    /// <param name="cancellation">Ends what runs until interrupted, as an interrupt from the terminal does.</param>
    public static async Task<ExitCode> RunAsync(string[] args, Surroundings surroundings, CancellationToken cancellation = default)
    {
        var code = ExitCode.Holds;
        var engine = new Lazy<Task<RulesEngineEvaluator>>(() => Task.Run(RulesEngineEvaluator.CreatePrepared));
        if (args is ["check" or "ask" or "answer" or "pack" or "replay" or "test" or "mutate" or "lsp" or "timeline", ..])
        {
            // Preparing RulesEngine takes as long as all else that comes before the first rule, so it begins before anything else.
            _ = engine.Value;
        }

        var root = new RootCommand("Checks facial-recognition deployments against the laws, orders and policies that bind them.");
        foreach (var command in Commands(args, surroundings, engine, Return))
        {
            root.Add(command);
        }

        if (args is [] or ["--help" or "-h" or "-?"])
        {
            // Among all verbs each takes one line; its examples and exit codes are in its own help.
            foreach (var verb in root.Subcommands)
            {
                verb.Description = verb.Description?.Split('\n')[0];
            }
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await surroundings.Error.WriteLineAsync($"policycheck: {Shown(error.Message)}");
            }

            await surroundings.Error.WriteLineAsync($"try `policycheck {string.Concat(args.Take(1).Where(verb => root.Subcommands.Any(known => known.Name == verb)).Select(verb => verb + " "))}--help`");
            return ExitCode.Usage;
        }

        try
        {
            await using var output = new StreamWriter(surroundings.Output, leaveOpen: true) { NewLine = "\n" };
            var configuration = new InvocationConfiguration { Output = output, Error = surroundings.Error, EnableDefaultExceptionHandler = false };
            await parsed.InvokeAsync(configuration, cancellation);
            return code;
        }
        catch (CommandException problem)
        {
            await surroundings.Error.WriteLineAsync($"policycheck: {Shown(problem.Message)}");
            return problem.Code;
        }
        catch (NotVerifiedException problem)
        {
            await surroundings.Error.WriteLineAsync($"policycheck: {Shown(problem.Message)}");
            return ExitCode.NotVerified;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A closed stream or a full disk: what was asked for wasn't delivered.
            await surroundings.Error.WriteLineAsync($"policycheck: the output could not be written: {problem.Message}");
            return ExitCode.InternalError;
        }
        catch (Exception defect)
        {
            await surroundings.Error.WriteLineAsync($"policycheck: this is a defect of the program, please report it: {defect}");
            return ExitCode.InternalError;
        }

        void Return(ExitCode result) => code = result;
    }

    // A check is what runs once a commit, and knows no other verb; it is a matter of a millisecond or two whether all are made.
    private static IEnumerable<Command> Commands(string[] args, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish) => args is ["check", ..]
        ? [CheckCommand.Create(surroundings, engine, finish)]
        :
        [
            AnswerCommand.Create(surroundings, engine, finish),
            AskCommand.Create(surroundings, engine, finish),
            BenchCommand.Create(surroundings, finish),
            BundleCommand.Create(surroundings, finish),
            CheckCommand.Create(surroundings, engine, finish),
            CompletionCommand.Create(surroundings, finish),
            ConfigCommand.Create(surroundings, finish),
            DocsCommand.Create(surroundings, finish),
            ExplainCommand.Create(surroundings, finish),
            FmtCommand.Create(surroundings, finish),
            ImportCommand.Create(surroundings, finish),
            LintCommand.Create(surroundings, finish),
            ListCommand.Create(surroundings, finish),
            LspCommand.Create(surroundings, engine, finish),
            MutateCommand.Create(surroundings, engine, finish),
            NewCommand.Create(surroundings, engine, finish),
            PackCommand.Create(surroundings, engine, finish),
            ReplayCommand.Create(surroundings, engine, finish),
            SchemaCommand.Create(surroundings, finish),
            TestCommand.Create(surroundings, engine, finish),
            TimelineCommand.Create(surroundings, engine, finish),
            WaiversCommand.Create(surroundings, engine, finish),
        ];

    // Messages quote what was typed, which may hold what steers a terminal; their line breaks are ours.
    private static string Shown(string message) => string.Join('\n', message.Split('\n').Select(line => VisibleText.Of(line.TrimEnd('\r'))));
}
