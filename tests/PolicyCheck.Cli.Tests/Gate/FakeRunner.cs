using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>Runs the steps of our action as GitHub's runner does: the shell steps really, those of other actions by name only.</summary>
internal sealed partial class FakeRunner(string workspace, IReadOnlyDictionary<string, string?> environment) : IDisposable
{
    private readonly Folder _temp = new();
    private readonly Dictionary<string, string> _expressions = new() { ["github.action_path"] = Repository.Root };
    private int _steps;

    /// <summary>All that the shell steps wrote.</summary>
    public string Log { get; private set; } = "";

    /// <summary>The summary of the job.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The other actions that were used.</summary>
    public List<string> Used { get; } = [];

    /// <summary>What the action says to the steps after it.</summary>
    public Dictionary<string, string> Outputs { get; } = [];

    /// <summary>The exit code of the first step that failed, or zero.</summary>
    public int Code { get; private set; }

    /// <summary>Runs the action.</summary>
    /// <param name="action">The action's file, as text.</param>
    /// <param name="inputs">What it is given.</param>
    public async Task Run(string action, IReadOnlyDictionary<string, string> inputs)
    {
        var file = YamlFile.Documents(action).Single();
        Assert.Equal("composite", file.Text("runs", "using"));
        foreach (var (name, input) in file.At("inputs").Entries())
        {
            _expressions[$"inputs.{name}"] = inputs.GetValueOrDefault(name) ?? input.Text("default");
        }

        Assert.Subset(file.At("inputs").Entries().Select(entry => entry.Key).ToHashSet(), inputs.Keys.ToHashSet());
        foreach (var step in file.At("runs", "steps").Items())
        {
            if (Holds(step.Text("if")))
            {
                await Run(step);
            }
        }

        foreach (var (name, output) in file.At("outputs").Entries())
        {
            Outputs[name] = Evaluated(output.Text("value"));
        }
    }

    public void Dispose() => _temp.Dispose();

    private async Task Run(YamlNode step)
    {
        if (step.Text("uses") is { Length: > 0 } other)
        {
            Used.Add(other);
            return;
        }

        Assert.Equal("bash", step.Text("shell"));
        var number = ++_steps;
        _temp.Write($"{number}.sh", step.Text("run")).Write($"{number}.output", "").Write($"{number}.summary", "");
        var path = Path.Combine(_temp.Path, "path");
        Dictionary<string, string?> given = new(environment)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_WORKSPACE"] = workspace,
            ["GITHUB_ACTION_PATH"] = Repository.Root,
            ["GITHUB_OUTPUT"] = Path.Combine(_temp.Path, $"{number}.output"),
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(_temp.Path, $"{number}.summary"),
            ["GITHUB_PATH"] = path,
            ["RUNNER_TEMP"] = _temp.Path,
        };
        foreach (var (name, value) in step.At("env").Entries())
        {
            given[name] = Evaluated(((YamlScalarNode)value).Value ?? "");
        }

        // The very command line that GitHub's documentation gives for `shell: bash`.
        var folder = Evaluated(step.Text("working-directory")) is { Length: > 0 } elsewhere ? elsewhere : workspace;
        var ran = await Ran.In(folder, given, "bash", "--noprofile", "--norc", "-eo", "pipefail", Path.Combine(_temp.Path, $"{number}.sh"));
        Log += ran.Output + ran.Error;
        Summary += _temp.Read($"{number}.summary");
        Code = Code == 0 ? ran.Code : Code;
        foreach (var line in _temp.Read($"{number}.output").Split('\n').Where(line => line.Length > 0))
        {
            _expressions[$"steps.{step.Text("id")}.outputs.{line.Split('=', 2)[0]}"] = line.Split('=', 2)[1];
        }
    }

    private bool Holds(string condition) =>
        (condition.Contains("always()", StringComparison.Ordinal) || Code == 0)
        && condition.Split("&&").Select(part => part.Trim()).Where(part => part is not ("" or "always()")).All(part =>
        {
            var match = Comparison().Match(part);
            Assert.True(match.Success, $"the runner of these tests doesn't read `{part}`");
            return (Value(match.Groups["name"].Value) == match.Groups["value"].Value) == (match.Groups["sign"].Value == "==");
        });

    private string Evaluated(string text) => Expression().Replace(text, match => Value(match.Groups["name"].Value));

    private string Value(string name) => _expressions.GetValueOrDefault(name, "");

    [GeneratedRegex(@"\$\{\{ (?<name>[a-z_.-]+) \}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"^(?<name>[a-z_.-]+) (?<sign>==|!=) '(?<value>[^']*)'$")]
    private static partial Regex Comparison();
}
