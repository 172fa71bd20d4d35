using PolicyCheck.Cli.Input;
using PolicyCheck.Facts;
using PolicyCheck.Importing;
using PolicyCheck.Loading;
using PolicyCheck.Tables;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Reads what <c>import</c> works with; what is wrong with it goes to standard error.</summary>
internal static class ImportInput
{
    /// <summary>The names of the mappings that come with the program.</summary>
    public static IEnumerable<string> Shipped => BuiltInRules.MappingNames;

    /// <summary>The mapping, or null when it has errors.</summary>
    /// <exception cref="CommandException">There is no such mapping.</exception>
    public static ImportMapping? Mapping(ImportRequest request, Vocabulary vocabulary, Surroundings surroundings)
    {
        var file = Files.Name(request.Mapping, surroundings);
        var (path, content) = File.Exists(file.Full) ? (file.Shown, Files.Read(file, surroundings))
            : BuiltInRules.Mappings.FirstOrDefault(shipped => shipped.Stem == request.Mapping) is { } found ? (found.Path, found.Content)
            : throw new CommandException(ExitCode.Usage, $"there is no mapping `{request.Mapping}`: {Spelling.DidYouMean(request.Mapping, Shipped, $"name a file, or one of {string.Join(", ", Shipped)}")}");
        var (mapping, diagnostics) = ImportMappingReader.Read(path, content, vocabulary, request.Limits);
        surroundings.Write(diagnostics);
        return mapping;
    }

    /// <summary>The table, or null when it has errors.</summary>
    /// <exception cref="CommandException">There is no such file.</exception>
    public static Table? Table(ImportRequest request, Surroundings surroundings)
    {
        var file = request.Table == "-" ? FilePath.StandardInput : Files.Name(request.Table, surroundings);
        if (!file.IsStandardInput && !File.Exists(file.Full))
        {
            throw new CommandException(ExitCode.Usage, $"there is no file `{request.Table}`");
        }

        var (table, diagnostics) = TableReader.Read(file.Shown, Files.Read(file, request.Limits, surroundings), request.Limits);
        surroundings.Write(diagnostics);
        return table;
    }
}
