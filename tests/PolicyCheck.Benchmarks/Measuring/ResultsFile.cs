using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PolicyCheck.Benchmarks.Measuring;

/// <summary>Writes what was measured into the repository, for people and for programs.</summary>
internal static class ResultsFile
{
    /// <summary>Writes <c>RESULTS.md</c> and <c>results.json</c>.</summary>
    /// <param name="measurements">The measurements.</param>
    /// <param name="command">What reproduces them.</param>
    public static void Write(IReadOnlyCollection<Measurement> measurements, string command)
    {
        var folder = Path.Combine(NativeProgram.Repository, "tests/PolicyCheck.Benchmarks");
        File.WriteAllText(Path.Combine(folder, "RESULTS.md"), Markdown(measurements, command));
        File.WriteAllText(Path.Combine(folder, "results.json"), Json(measurements, command));
    }

    private static string Markdown(IReadOnlyCollection<Measurement> measurements, string command)
    {
        var text = new StringBuilder(
            $"""
            # Measured

            Medians of rounds in which everything takes its turn on one machine, made by

                {command}

            {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores. Times are this
            machine's; the ratios are what to compare. Rules and manifests are drawn from a seed, and whatever judges them comes to the same on
            10,000 manifests before it is timed.

            | what | measured | beside | | ratio | limit | |
            |---|---:|---|---:|---:|---|---|

            """);
        foreach (var one in measurements)
        {
            text.Append($"| {one.Name} | {Texts.Short(one.Measured)} {one.Unit} | {one.YardstickName} | {Texts.Short(one.Yardstick)} {one.Unit} | {one.RatioText} | {one.Limit} | {(one.Kept is { } kept ? kept ? "kept" : "**exceeded**" : "")} |\n");
        }

        return text.ToString();
    }

    private static string Json(IReadOnlyCollection<Measurement> measurements, string command)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("command", command);
            json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
            json.WriteNumber("cores", Environment.ProcessorCount);
            json.WriteStartArray("measurements");
            foreach (var one in measurements)
            {
                json.WriteStartObject();
                json.WriteString("name", one.Name);
                json.WriteString("unit", one.Unit);
                json.WriteNumber("measured", Math.Round(one.Measured, 4));
                json.WriteString("yardstickName", one.YardstickName);
                json.WriteNumber("yardstick", Math.Round(one.Yardstick, 4));
                json.WriteNumber("ratio", Math.Round(one.Ratio, 4));
                json.WriteString("limit", one.Limit);
                if (one.Kept is { } kept)
                {
                    json.WriteBoolean("kept", kept);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
