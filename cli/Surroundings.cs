using System.Collections;
using PolicyCheck.Text;
using Spectre.Console;

namespace PolicyCheck.Cli;

/// <summary>All that the program takes from outside: its streams, the clock, the folder it works in and what the terminal can do.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: reports and nothing else.</param>
/// <param name="Error">Standard error: diagnostics and progress.</param>
/// <param name="Time">The clock.</param>
/// <param name="WorkingDirectory">The folder that relative paths start from.</param>
/// <param name="Colours">Whether standard output shows colours.</param>
/// <param name="Width">How many columns standard output has.</param>
/// <param name="CacheFolder">Where the user's programs keep what they can make again, or null where nothing is kept.</param>
internal sealed record Surroundings(
    Stream Input,
    Stream Output,
    TextWriter Error,
    TimeProvider Time,
    string WorkingDirectory,
    bool Colours,
    int Width,
    string? CacheFolder = null)
{
    /// <summary>Opens the terminal for questions, or null where nobody is there to answer them.</summary>
    public Func<IAnsiConsole>? Prompts { get; init; }

    /// <summary>Whether standard error is a terminal, on which a line can be written over.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The variables of the environment that the program may go by.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The width taken where output doesn't go to a terminal.</summary>
    public const int PlainWidth = 100;

    /// <summary>The surroundings of this process.</summary>
    public static Surroundings OfProcess()
    {
        var plain = Console.IsOutputRedirected || System.Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        return new(
            Console.OpenStandardInput(),
            Console.OpenStandardOutput(),
            new StreamWriter(Console.OpenStandardError()) { AutoFlush = true, NewLine = "\n" },
            TimeProvider.System,
            System.Environment.CurrentDirectory,
            !plain && System.Environment.GetEnvironmentVariable("TERM") != "dumb",
            Console.IsOutputRedirected ? PlainWidth : Math.Clamp(Console.WindowWidth, 60, 140),
            CacheFolderOfUser())
        {
            Environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? "", StringComparer.Ordinal),
            ErrorIsTerminal = !Console.IsErrorRedirected && System.Environment.GetEnvironmentVariable("TERM") != "dumb",
            Prompts = Console.IsInputRedirected || Console.IsOutputRedirected ? null : () => AnsiConsole.Console,
        };
    }

    // As the XDG base directory specification has it, and as each system has it where it isn't set.
    private static string? CacheFolderOfUser() =>
        System.Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set ? set
        : OperatingSystem.IsWindows() ? System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData)
        : System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache")
        : null;

    /// <summary>Writes diagnostics to standard error.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    public void Write(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Error.WriteLine(DiagnosticText.Render(diagnostic));
        }
    }

    /// <summary>Today, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
}
