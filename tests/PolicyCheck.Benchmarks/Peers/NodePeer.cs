using System.Diagnostics;
using System.Globalization;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>An engine of Node's, in a process of its own that measures itself and waits between its turns.</summary>
internal sealed class NodePeer : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts an engine.</summary>
    /// <param name="home">Where the engines are installed.</param>
    /// <param name="engine">Its name.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="facts">The file with the manifests.</param>
    public NodePeer(string home, string engine, string rules, string facts)
    {
        Engine = engine;
        var file = Path.Combine(home, $"{engine}.rules.json");
        File.WriteAllText(file, rules);
        _process = Process.Start(new ProcessStartInfo("node", ["peers.mjs", engine, file, facts]) { WorkingDirectory = home, RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("node didn't start");
    }

    /// <summary>The engine's name.</summary>
    public string Engine { get; }

    /// <summary>The names of the rules that each manifest breaks.</summary>
    /// <param name="count">How many manifests there are.</param>
    public IEnumerable<string> Broken(int count)
    {
        _process.StandardInput.WriteLine("check");
        return [.. Enumerable.Range(0, count).Select(_ => Line())];
    }

    /// <summary>Takes a turn.</summary>
    /// <param name="milliseconds">How long.</param>
    /// <returns>The microseconds that a manifest took.</returns>
    public double Turn(double milliseconds = 100)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"turn {milliseconds}"));
        return double.Parse(Line(), CultureInfo.InvariantCulture);
    }

    /// <summary>Ends the engine.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Line() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Engine} ended");
}
