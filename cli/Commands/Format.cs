using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Formatting;
using PolicyCheck.Loading;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Formats files, or says which of them aren't formatted.</summary>
internal static class Format
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Formats what was named.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static ExitCode Run(FormatRequest request, Surroundings surroundings)
    {
        if (request.Problem is { } problem)
        {
            throw new CommandException(ExitCode.Usage, problem);
        }

        var files = AuthorFiles.Find(request.Paths, surroundings);
        using var output = new StreamWriter(surroundings.Output, Plain, leaveOpen: true) { NewLine = "\n" };
        ImmutableArray<(ExitCode Code, bool IsChanged)> results = [.. files.Select(file => One(Named(file, request), request, surroundings, output))];
        var changed = results.Count(result => result.IsChanged);
        if (changed > 0 && !request.IsOfStandardInput)
        {
            surroundings.Error.WriteLine(request.Write
                ? $"{Files(changed)} of {files.Length} rewritten"
                : $"{Files(changed)} of {files.Length} not formatted: run `policycheck fmt --write {string.Join(' ', request.Paths.DefaultIfEmpty("."))}`");
        }

        return ExitCodes.Worst(results.Select(result => result.Code));
    }

    private static (ExitCode Code, bool IsChanged) One(PolicyFile file, FormatRequest request, Surroundings surroundings, StreamWriter output)
    {
        var formatted = Formatter.Format(file.Path, file.Content.Span);
        foreach (var diagnostic in formatted.Diagnostics)
        {
            surroundings.Error.WriteLine(DiagnosticText.Render(diagnostic));
        }

        if (formatted.Text is not { } text)
        {
            return (formatted.Diagnostics.Any(diagnostic => diagnostic.Code == FormattingCodes.Unsafe) ? ExitCode.InternalError : ExitCode.InvalidInput, false);
        }

        var bytes = Plain.GetBytes(text);
        var isLeft = formatted.Diagnostics.Any(diagnostic => diagnostic.Code == FormattingCodes.LeftAlone);
        var isChanged = !isLeft && !file.Content.Span.SequenceEqual(bytes);
        if (request.Write && isChanged)
        {
            WholeFile.Write(file.Path, bytes, surroundings);
        }

        if (request.Diff && isChanged)
        {
            output.Write(UnifiedDiff.Of(file.Path, formatted.Source.Content, text));
        }
        else if (request.IsOfStandardInput && !request.Check && !request.Diff)
        {
            output.Write(text);
            return (ExitCode.Holds, isChanged);
        }
        else if (isChanged)
        {
            output.WriteLine(VisibleText.Of(file.Path));
        }

        return (isChanged && !request.Write ? ExitCode.DoesNotHold : ExitCode.Holds, isChanged);
    }

    private static PolicyFile Named(PolicyFile file, FormatRequest request) =>
        request.IsOfStandardInput ? file with { Path = request.StandardInputName ?? "-" } : file;

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";
}
