using System.Collections.Immutable;

namespace PolicyCheck.Cli.Output;

/// <summary>A format and where a report in it goes.</summary>
/// <param name="Format">The format.</param>
/// <param name="Path">The file, or null for standard output.</param>
internal sealed record OutputTarget(string Format, string? Path)
{
    /// <summary>Reads all the targets of one run, of which only one can be standard output.</summary>
    /// <param name="texts">What was given, each as <c>FORMAT[=PATH]</c>.</param>
    /// <param name="formats">The formats there are.</param>
    /// <exception cref="CommandException">There is no such format, or two reports would go to the same place.</exception>
    public static ImmutableArray<OutputTarget> ParseAll(IEnumerable<string> texts, IReadOnlyCollection<string> formats)
    {
        ImmutableArray<OutputTarget> targets = [.. texts.Select(text => Parse(text, formats))];
        return targets.GroupBy(target => target.Path, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } shared
            ? throw new CommandException(
                ExitCode.Usage,
                shared.Key is null
                    ? "only one report can go to standard output: give the others a file, such as `-o json=report.json`"
                    : $"only one report can go to `{shared.Key}`: give each a file of its own")
            : targets;
    }

    /// <summary>Reads <c>FORMAT[=PATH]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="formats">The formats there are.</param>
    /// <exception cref="CommandException">There is no such format.</exception>
    public static OutputTarget Parse(string text, IReadOnlyCollection<string> formats)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var target = equals < 0 ? new OutputTarget(text, null) : new(text[..equals], text[(equals + 1)..]);
        return formats.Contains(target.Format)
            ? target.Path is "" ? throw new CommandException(ExitCode.Usage, $"`{text}` names no file after `=`") : target
            : throw new CommandException(ExitCode.Usage, $"there is no output format `{target.Format}`: use {string.Join(" or ", formats)}");
    }

    /// <summary>A page for a text on this target: only standard output has colours and a width of its own.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    public TextPage NewPage(Surroundings surroundings) => Path is null ? new(surroundings.Colours, surroundings.Width) : new(colours: false, Surroundings.PlainWidth);

    /// <summary>Writes to the target; a file is written beside its place and then moved there, so that nobody meets half of it.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="write">What to write.</param>
    public void Write(Surroundings surroundings, Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        if (Path is null)
        {
            buffer.WriteTo(surroundings.Output);
            surroundings.Output.Flush();
            return;
        }

        var full = System.IO.Path.GetFullPath(Path, surroundings.WorkingDirectory);
        var beside = $"{full}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(beside, buffer.ToArray());
            File.Move(beside, full, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }

            throw new CommandException(ExitCode.Usage, $"`{Path}` can't be written: {problem.Message}");
        }
    }
}
