using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Cli.Input;
using PolicyCheck.Evaluation;
using PolicyCheck.Formatting;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Scaffolding;
using PolicyCheck.Schemas;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Writes the files of the verb <c>new</c>; what it would write is read first, so that nothing invalid is written.</summary>
internal static class NewFile
{
    /// <summary>The flag that names a vocabulary.</summary>
    public const string VocabularyFlag = "in";

    /// <summary>The vocabulary that a fact is added to when none is named.</summary>
    public const string DefaultVocabulary = "vocabulary.yaml";

    /// <summary>Writes a rule set.</summary>
    public static void Rules(string name, bool force, Func<string, string?> given, Surroundings surroundings)
    {
        var place = NewPlace.Of(name, ".rules.yaml", surroundings);
        place.Refuse(force);
        var answers = Answers.Gather(ScaffoldQuestions.Rules, given, surroundings);
        var text = Scaffold.RuleSet(place.Id, place.SchemaPath(SchemaKind.Rules), answers, surroundings.Today);
        var library = RuleLibraryLoader.LoadAuthored([place.File(text), .. place.Vocabularies()]);
        Accept(library.Diagnostics, surroundings);
        place.Write(Formatted(place, text), SchemaKind.Rules, library.Vocabulary);
    }

    /// <summary>Writes tests of a rule set, drafted from its rules.</summary>
    public static void Test(string name, bool force, Surroundings surroundings)
    {
        var place = NewPlace.Of(name, "_test.yaml", surroundings);
        place.Refuse(force);
        var rules = place.Path[..^"_test.yaml".Length] + ".rules.yaml";
        if (!File.Exists(Files.Name(rules, surroundings).Full))
        {
            throw new CommandException(ExitCode.Usage, $"there is no rule set `{rules}` to draft tests of: make it first, with `policycheck new rules {name}`");
        }

        var library = RuleFiles.Checked(RuleLibraryLoader.LoadAuthored([.. AuthorFiles.Find([rules], surroundings), .. place.Vocabularies()]), surroundings);
        var set = library.RuleSets.First(set => set.Location.Path == rules);
        var draft = new TestDraft(library, set, surroundings.Today, RulesEngineEvaluator.CreatePrepared()).Write(place.SchemaPath(SchemaKind.Test))
            ?? throw new CommandException(ExitCode.InvalidInput, $"no case could be drafted for `{rules}`: write one by hand, as in the guide");
        place.Write(Formatted(place, draft), SchemaKind.Test, library.Vocabulary);
    }

    /// <summary>Writes a manifest; where an interview follows, the purpose is asked for too, and only that of what may be left out.</summary>
    public static void Manifest(string name, bool force, Func<string, string?> given, Surroundings surroundings, Action<string>? interview)
    {
        var place = NewPlace.Of(name, ".manifest.yaml", surroundings);
        place.Refuse(force);
        var vocabulary = place.Vocabulary(surroundings);
        var questions = ScaffoldQuestions.Manifest(vocabulary);
        var answers = Answers.Gather(interview is null ? questions : [.. questions.Where(question => question.IsRequired || question.Name == "purpose" || given(question.Name) is not null).Select(question => question with { IsRequired = question.IsRequired || question.Name == "purpose" })], given, surroundings);
        var text = Scaffold.Manifest(place.Id, place.SchemaPath(SchemaKind.Manifest), answers);
        Accept(ManifestReader.Read(place.Path, Encoding.UTF8.GetBytes(text), vocabulary).Diagnostics, surroundings);
        place.Write(Formatted(place, text), SchemaKind.Manifest, vocabulary);
        interview?.Invoke(place.Path);
    }

    /// <summary>Adds a fact to a vocabulary, or makes one that has it.</summary>
    public static void Fact(string path, Func<string, string?> given, Surroundings surroundings)
    {
        var place = NewPlace.OfVocabulary(given(VocabularyFlag) ?? DefaultVocabulary, surroundings);
        if (place.Vocabulary(surroundings).Find(path) is { } known)
        {
            throw new CommandException(ExitCode.Usage, $"the fact `{path}` is declared already, in {known.Location.Path}, line {known.Location.Start.Line}");
        }

        var answers = Answers.Gather(ScaffoldQuestions.Fact, given, surroundings);
        var existing = place.Existing();
        var text = existing is not null
            ? FactEntry.AddTo(place.Path, existing, path, answers)
                ?? throw new CommandException(ExitCode.InvalidInput, $"`{place.Path}` has no `facts:` with a fact to a line below it: add `facts:` and a first fact by hand")
            : FactEntry.NewVocabulary(place.Id, place.SchemaPath(SchemaKind.Vocabulary), path, answers);
        var file = place.File(text);
        var library = RuleLibraryLoader.Load([file, .. RuleLibraryLoader.DeclaresCore(file) ? [] : BuiltInRules.Files.Where(other => other.IsVocabulary)]);
        Accept(library.Diagnostics, surroundings);
        place.Write(existing is null || Formatted(place, existing) == existing ? Formatted(place, text) : text, SchemaKind.Vocabulary, library.Vocabulary);
        place.RefreshSchemas(library.Vocabulary);
    }

    // An author's answers can need other quotes and breaks than a template foresees.
    private static string Formatted(NewPlace place, string text) => Formatter.Format(place.Path, Encoding.UTF8.GetBytes(text)).Text ?? text;

    private static void Accept(ImmutableArray<Diagnostic> diagnostics, Surroundings surroundings)
    {
        foreach (var diagnostic in diagnostics)
        {
            surroundings.Error.WriteLine(DiagnosticText.Render(diagnostic));
        }

        if (diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error))
        {
            throw new CommandException(ExitCode.InvalidInput, "nothing was written, because it would have these errors");
        }
    }
}
