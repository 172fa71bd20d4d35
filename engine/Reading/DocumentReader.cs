using System.Text;
using PolicyCheck.Text;

namespace PolicyCheck.Reading;

/// <summary>Reads YAML and JSON into nodes with positions; every defect of the text is a diagnostic and none an exception.</summary>
public static class DocumentReader
{
    /// <summary>Reads the bytes of a file, in UTF-8 or in UTF-16 with a byte order mark.</summary>
    /// <param name="path">The path as the user named it; the extensions json, yaml and yml decide the format, else the text does.</param>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="limits">The limits to keep, or null for the defaults.</param>
    public static ReadResult Read(string path, ReadOnlySpan<byte> bytes, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        limits ??= ReadingLimits.Default;
        if (bytes.Length > limits.MaxBytes)
        {
            return Refused(new(path, ""), LimitProblem(limits));
        }

        var (text, problem) = ByteDecoder.Decode(bytes);
        var source = new SourceText(path, text);
        return problem is { } wrong ? Refused(source, wrong) : ReadText(source, limits);
    }

    /// <summary>Reads a text that is already decoded.</summary>
    /// <param name="source">The text; its path decides the format as for a file.</param>
    /// <param name="limits">The limits to keep, or null for the defaults; bytes are counted in UTF-8.</param>
    public static ReadResult ReadDecoded(SourceText source, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        limits ??= ReadingLimits.Default;
        var text = source.Content;
        var fits = text.Length <= limits.MaxBytes / 3 ||
            (text.Length <= limits.MaxBytes && Encoding.UTF8.GetByteCount(text) <= limits.MaxBytes);
        return fits ? ReadText(source, limits) : Refused(source, LimitProblem(limits));
    }

    private static ReadResult ReadText(SourceText source, ReadingLimits limits)
    {
        var problems = new ProblemList(source);
        var builder = new NodeBuilder(source, limits, problems);
        var isJson = DocumentFormat.IsJson(source.Path, source.Content);
        var text = TextInspector.Inspect(source.Content, isJson, problems);
        if (isJson)
        {
            JsonEvents.Read(text, limits, builder, problems);
        }
        else
        {
            YamlEvents.Read(text, builder, problems);
        }

        return new(source, builder.Documents, problems.InOrder());
    }

    private static ReadResult Refused(SourceText source, Problem problem)
    {
        var problems = new ProblemList(source);
        problems.Add(problem);
        return new(source, [], problems.InOrder());
    }

    private static Problem LimitProblem(ReadingLimits limits) => new(
        ReadingCodes.TooLarge, 0, 0,
        $"the file is larger than the limit of {limits.MaxBytes} bytes",
        "split the file, or raise the limit if its origin is trusted");
}
