using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Questions;

namespace PolicyCheck.Cli.Commands;

/// <summary>Writes answers into a manifest's file, or another.</summary>
internal static class InterviewAnswers
{
    /// <summary>Writes the answers of an interview where it was said, or asks where to.</summary>
    /// <param name="lines">Where to ask.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="file">Its file.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static void Write(Lines lines, Manifest manifest, ImmutableArray<GivenAnswer> answers, InterviewFile file, Vocabulary vocabulary, Surroundings surroundings)
    {
        if (answers.IsEmpty)
        {
            return;
        }

        lines.Say(page => page.Gap());
        var written = file.Written;
        if (written is { Here: false, To: null })
        {
            var reply = lines.Ask($"Write {(answers.Length == 1 ? "the answer" : $"the {answers.Length} answers")} into {file.Path}? (yes, no, or another file) > ");
            if (reply is null || reply.ToLowerInvariant() is "no" or "n" or "")
            {
                lines.Say(0, "nothing was written");
                return;
            }

            written = reply.ToLowerInvariant() is "yes" or "y" ? new(true, null) : new(false, reply);
        }

        lines.Say(0, Write(manifest, answers, file with { Written = written }, vocabulary, surroundings));
    }

    /// <summary>Writes answers into the file, or another, and tells which.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="file">Its file.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">The file is such that they can't be written into it.</exception>
    public static string Write(Manifest manifest, ImmutableArray<GivenAnswer> answers, InterviewFile file, Vocabulary vocabulary, Surroundings surroundings)
    {
        var mark = file.Content.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var text = Encoding.UTF8.GetString(file.Content.AsSpan(mark ? Encoding.UTF8.Preamble.Length : 0));
        var result = ManifestEdit.Add(file.Path, text, manifest, answers, vocabulary)
            ?? throw new CommandException(ExitCode.InvalidInput, $"the answers can't be added to `{file.Path}` as it is written; add these lines by hand:\n{string.Join('\n', answers.Select(answer => $"  {(answer.Open.Use is { } use ? $"{use.Id}: " : "")}{answer.Line}"))}");
        var path = file.Written.To ?? file.Path;
        WholeFile.Write(path, Encoding.UTF8.GetBytes(result), surroundings);
        return $"wrote {Amount.Of(answers.Length, "answer")} to {path}";
    }
}
