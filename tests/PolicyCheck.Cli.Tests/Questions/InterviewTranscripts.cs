using System.Text;

namespace PolicyCheck.Cli.Tests.Questions;

/// <summary>Holds the transcripts in <c>rules/interviews/</c> to what the program asks; POLICYCHECK_UPDATE_GOLDEN=1 rewrites them.</summary>
public sealed class InterviewTranscripts
{
    private const string Day = "2026-11-23";

    [Theory]
    [InlineData("seattle", "A shop in Seattle wants to recognise people thought to steal.")]
    [InlineData("berlin", "A stadium in Berlin wants to keep out people who are barred from it.")]
    [InlineData("sao-paulo", "A metro in São Paulo wants to know who looks at its advertisements.")]
    public async Task The_transcript_is_what_the_program_asks_of_a_place_a_sector_and_a_purpose(string name, string about)
    {
        using var folder = new Folder();
        var (code, output) = await Interview(name, folder);
        Assert.Equal(ExitCode.Holds, code);
        var page = $"""
            # {about}

            The manifest states a place, a sector and a purpose: [{name}.manifest.yaml]({name}.manifest.yaml). What follows is the whole interview,
            written by a test from the program itself. The answers are made up; what they lead to isn't.

            ```text
            $ policycheck ask rules/interviews/{name}.manifest.yaml --as-of {Day}
            {output.TrimEnd().Replace(folder.Path, "", StringComparison.Ordinal)}
            ```

            """;
        var path = Path.Combine(Repository.Root, "rules", "interviews", $"{name}.md");
        if (Environment.GetEnvironmentVariable("POLICYCHECK_UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(path, page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "", page);
    }

    private static async Task<(ExitCode Code, string Output)> Interview(string name, Folder folder)
    {
        var answers = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "PolicyCheck.Cli.Tests", "Questions", $"{name}.answers.txt"), TestContext.Current.CancellationToken))
            .Where(line => line.Length > 0)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        using var output = new MemoryStream();
        using var input = new AnsweringStream(output, answers);
        await using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(input, output, error, TimeProvider.System, Repository.Root, Colours: false, Surroundings.PlainWidth, null);
        var to = Path.Combine(folder.Path, "answered.manifest.yaml");
        var code = await Application.RunAsync(["ask", $"rules/interviews/{name}.manifest.yaml", "--as-of", Day, "--interactive", "--to", to], surroundings, TestContext.Current.CancellationToken);
        Assert.Equal("", error.ToString());
        Assert.True(File.Exists(to));
        return (code, Encoding.UTF8.GetString(output.ToArray()).Replace(to, "answered.manifest.yaml", StringComparison.Ordinal));
    }
}
