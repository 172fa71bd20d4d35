using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Facts;
using PolicyCheck.Formatting;
using PolicyCheck.Importing;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.Schemas;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Makes manifests of a table's rows; each is read back before anything is written.</summary>
internal static class Import
{
    /// <summary>Imports.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static ExitCode Run(ImportRequest request, Surroundings surroundings)
    {
        if (request.Problem is { } problem)
        {
            throw new CommandException(ExitCode.Usage, problem);
        }

        var vocabulary = RuleFiles.Load(request.Rules, request.Limits, surroundings).Vocabulary;
        var mapping = ImportInput.Mapping(request, vocabulary, surroundings);
        var table = ImportInput.Table(request, surroundings);
        if (mapping is null || table is null)
        {
            return ExitCode.InvalidInput;
        }

        var result = Importer.Import(mapping, table);
        surroundings.Write(result.Diagnostics);
        if (result.HasErrors)
        {
            return ExitCode.InvalidInput;
        }

        var files = Places(request, [.. result.Imported], surroundings);
        Write(files, request.To is null, vocabulary, surroundings);
        foreach (var report in request.Reports)
        {
            if (report.Format == "json")
            {
                report.Write(surroundings, stream => ImportJson.Write(result, mapping, table, stream));
            }
            else if (report.Path is null)
            {
                ImportText.Write(result, mapping, table, surroundings.Error);
            }
            else
            {
                report.Write(surroundings, stream =>
                {
                    using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                    ImportText.Write(result, mapping, table, writer);
                });
            }
        }

        return ExitCode.Holds;
    }

    private static ImmutableArray<(NewPlace Place, string Text)> Places(ImportRequest request, ImmutableArray<ImportedRow> rows, Surroundings surroundings)
    {
        ImmutableArray<(NewPlace Place, ImmutableArray<ImportedRow> Rows)> places = request.To is not null && !request.IsFile
            ? [.. rows.Select(row => (NewPlace.Of($"{request.To}/{row.ManifestId}", ".manifest.yaml", surroundings), ImmutableArray.Create(row)))]
            : rows.IsEmpty ? []
            : [(new(request.To is { } file ? Files.Name(file, surroundings).Shown : "imported.manifest.yaml", "", surroundings), rows)];
        foreach (var (place, _) in places.Where(_ => request.To is not null))
        {
            place.Refuse(request.Force);
        }

        return [.. places.Select(place => (place.Place, $"# yaml-language-server: $schema={place.Place.SchemaPath(SchemaKind.Manifest)}\n{string.Join("---\n", place.Rows.Select(row => row.Manifest))}"))];
    }

    private static void Write(ImmutableArray<(NewPlace Place, string Text)> files, bool isToOutput, Vocabulary vocabulary, Surroundings surroundings)
    {
        ImmutableArray<(NewPlace Place, string Text)> formatted = [.. files.Select(file => (file.Place, Valid(file.Place, file.Text, vocabulary)))];
        foreach (var (place, text) in formatted)
        {
            if (isToOutput)
            {
                surroundings.Output.Write(Encoding.UTF8.GetBytes(text));
            }
            else
            {
                place.WriteSilently(text, SchemaKind.Manifest, vocabulary);
            }
        }
    }

    // Whatever a table holds becomes a valid manifest; else the mistake is ours.
    private static string Valid(NewPlace place, string text, Vocabulary vocabulary)
    {
        var formatted = Formatter.Format(place.Path, Encoding.UTF8.GetBytes(text)).Text ?? text;
        return ManifestReader.Read(place.Path, Encoding.UTF8.GetBytes(formatted), vocabulary).Diagnostics switch
        {
            [] => formatted,
            [{ Code: ReadingCodes.TooLarge or ReadingCodes.TooManyNodes }, ..] => throw new CommandException(ExitCode.Usage, "these are more manifests than one file may hold: give them a folder with `--to`"),
            [var first, ..] => throw new InvalidOperationException($"an imported manifest isn't valid: {DiagnosticText.Render(first)}"),
        };
    }
}
