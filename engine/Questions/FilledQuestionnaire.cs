using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.Scaffolding;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>A questionnaire that was filled in.</summary>
public sealed class FilledQuestionnaire
{
    private readonly ImmutableArray<FilledRow> _rows;

    private FilledQuestionnaire(ImmutableArray<FilledRow> rows, ImmutableArray<Diagnostic> diagnostics) => (_rows, Diagnostics) = (rows, diagnostics);

    /// <summary>What is wrong with the file as a whole.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The paths of the manifests that it asks about, in their order.</summary>
    public ImmutableArray<string> Manifests => [.. _rows.Select(row => row.Manifest.Text).Where(path => path.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path to report.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="limits">How much is read; the documented defaults when null.</param>
    public static FilledQuestionnaire Read(string path, ReadOnlyMemory<byte> content, ReadingLimits? limits = null)
    {
        var diagnostics = new DiagnosticBag();
        var rows = QuestionnaireReader.Read(path, content, limits ?? ReadingLimits.Default, diagnostics);
        return new(rows, diagnostics.ToImmutable());
    }

    /// <summary>
    /// The answers to one manifest's questions, and every problem with them. Where the manifest has changed since it was asked about, an
    /// answer is taken if the fact is still not stated, since it then contradicts nothing; one that is stated by now differently is refused.
    /// </summary>
    /// <param name="manifest">The manifest as it is now.</param>
    /// <param name="path">Its path as the questionnaire names it; null where all rows are meant.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public (ImmutableArray<GivenAnswer> Answers, ImmutableArray<Diagnostic> Problems) AnswersFor(Manifest manifest, string? path, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var diagnostics = new DiagnosticBag();
        var answers = ImmutableArray.CreateBuilder<GivenAnswer>();
        foreach (var row in _rows.Where(row => row.Answer.Text is not ("" or "-") && (path is null || row.Manifest.Text == path)))
        {
            if (Answer(row, manifest, vocabulary, diagnostics) is not { } answer)
            {
                continue;
            }

            if (answers.FirstOrDefault(other => other.Open.Name == answer.Open.Name) is { } before)
            {
                if (YamlText.Of(before.Value, answer.Open.Fact) != YamlText.Of(answer.Value, answer.Open.Fact))
                {
                    diagnostics.Error(QuestionnaireCodes.UnknownQuestion, row.Answer.Location, $"`{row.Fact.Text}` is answered twice, and not alike", "keep one of both answers");
                }

                continue;
            }

            foreach (var problem in GivenAnswer.Contradictions(GivenAnswer.AddTo(manifest, answers.Append(answer)), vocabulary))
            {
                diagnostics.Add(problem with { Location = row.Answer.Location });
            }

            answers.Add(answer);
        }

        return (answers.ToImmutable(), diagnostics.ToImmutable());
    }

    private static GivenAnswer? Answer(FilledRow row, Manifest manifest, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        if (vocabulary.Find(row.Fact.Text) is not { } fact)
        {
            diagnostics.Error(QuestionnaireCodes.UnknownQuestion, row.Fact.Location, $"`{row.Fact.Text}` is not a fact of the vocabulary", Spelling.DidYouMean(row.Fact.Text, vocabulary.Facts.Select(known => known.Path), "leave what the questionnaire says of its questions as it was"));
            return null;
        }

        var use = manifest.Uses.FirstOrDefault(one => one.Id == row.Use.Text);
        if (fact.IsOfUse && use is null)
        {
            diagnostics.Error(QuestionnaireCodes.UnknownQuestion, row.Use.Location, $"the manifest has no use `{row.Use.Text}`", $"it has {string.Join(", ", manifest.Uses.Select(one => $"`{one.Id}`"))}");
            return null;
        }

        var (value, problems) = AnswerReader.Read(row.Answer.Text, fact, vocabulary, row.Answer.Location);
        diagnostics.AddRange(problems);
        var open = new OpenFact(fact, fact.IsOfUse ? use : null);
        var basis = Basis(row, diagnostics);
        var day = Day(row, diagnostics);
        if (value is null || basis is not { } known || !day.IsDay)
        {
            return null;
        }

        var stated = (open.Use?.Facts ?? manifest.Facts).FirstOrDefault(one => one.Fact.Path == fact.Path);
        if (stated is not null && row.Digest.Text.Length > 0 && row.Digest.Text != manifest.Digest && YamlText.Of(stated.Value, fact) != YamlText.Of(value, fact))
        {
            diagnostics.Error(
                QuestionnaireCodes.Outdated,
                row.Answer.Location,
                $"the manifest has changed since this was asked, and says by now that {fact.Path} is {ValueText.Write(stated.Value, fact)} (line {stated.Location.Start.Line})",
                "find out which of both is right, and correct the manifest or leave this answer out");
            return null;
        }

        return new(open, value, known, row.Source.Text.Length > 0 ? row.Source.Text : null, day.On);
    }

    private static Basis? Basis(FilledRow row, DiagnosticBag diagnostics)
    {
        var word = row.Basis.Text.ToLowerInvariant();
        var found = word.Length == 0 ? 0 : StatementBinder.Bases.IndexOf(word);
        if (found >= 0)
        {
            return (Basis)found;
        }

        diagnostics.Error(QuestionnaireCodes.BadBasis, row.Basis.Location, $"`{row.Basis.Text}` is not a basis", Spelling.DidYouMean(word, StatementBinder.Bases, $"write {string.Join(", ", StatementBinder.Bases)}, or nothing"));
        return null;
    }

    private static (bool IsDay, DateOnly? On) Day(FilledRow row, DiagnosticBag diagnostics)
    {
        if (row.Day.Text.Length == 0)
        {
            return (true, null);
        }

        if (IsoDate.TryParse(row.Day.Text, out var day))
        {
            return (true, day);
        }

        diagnostics.Error(QuestionnaireCodes.BadBasis, row.Day.Location, $"`{row.Day.Text}` is not a day", IsoDate.Cure(row.Day.Text));
        return (false, null);
    }
}
