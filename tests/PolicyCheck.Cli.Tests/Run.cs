using System.Text;

namespace PolicyCheck.Cli.Tests;

/// <summary>Runs the program in this process, as a user would from a folder.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Run(ExitCode Code, string Output, string Error)
{
    public static async Task<Run> Of(string folder, string input, params string[] args)
    {
        using var output = new MemoryStream();
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await Application.RunAsync(args, new(stdin, output, error, TimeProvider.System, folder, Colours: false, Surroundings.PlainWidth));
        return new(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public static Task<Run> Of(params string[] args) => Of(Repository.Root, "", args);
}
