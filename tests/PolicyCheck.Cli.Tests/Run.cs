using System.Text;
using System.Text.Json;

namespace PolicyCheck.Cli.Tests;

/// <summary>Runs the program in this process, as a user would from a folder.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Run(ExitCode Code, string Output, string Error)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The report on standard output, read as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Output);

    /// <summary>Runs in the repository's folder.</summary>
    public static Task<Run> Of(params string[] args) => In(Repository.Root, args);

    /// <summary>Runs in a folder.</summary>
    public static Task<Run> In(string folder, params string[] args) => In(folder, Stream.Null, args);

    /// <summary>Runs with a text on standard input.</summary>
    public static async Task<Run> With(string input, params string[] args)
    {
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        return await In(Repository.Root, stdin, args);
    }

    /// <summary>Runs in a folder, with another in which what can be made again is kept.</summary>
    public static Task<Run> Keeping(string cache, string folder, params string[] args) => In(folder, Stream.Null, cache, args);

    /// <summary>Runs in a folder with a stream as standard input.</summary>
    public static Task<Run> In(string folder, Stream input, params string[] args) => In(folder, input, null, args);

    /// <summary>Runs in a folder with variables of the environment, each as <c>NAME=value</c>.</summary>
    public static Task<Run> Under(string[] variables, string folder, params string[] args) =>
        In(folder, Stream.Null, null, args, variables.ToDictionary(variable => variable.Split('=', 2)[0], variable => variable.Split('=', 2)[1], StringComparer.Ordinal));

    private static async Task<Run> In(string folder, Stream input, string? cache, string[] args, Dictionary<string, string>? environment = null)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(input, output, error, TimeProvider.System, folder, Colours: false, Surroundings.PlainWidth, cache) { Environment = environment ?? [] };
        var code = await Application.RunAsync(args, surroundings, TestContext.Current.CancellationToken);
        return new(code, Strict.GetString(output.ToArray()), error.ToString());
    }
}
