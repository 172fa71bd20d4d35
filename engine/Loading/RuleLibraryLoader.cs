using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Loading;

/// <summary>Loads vocabularies and rule sets; whatever is wrong with them is found here, so that evaluation can't meet it.</summary>
public static class RuleLibraryLoader
{
    /// <summary>Loads a library from files in any order.</summary>
    /// <param name="files">The files; those whose names say neither rules nor vocabulary are left out.</param>
    /// <param name="limits">How much is read of each; the documented defaults when null.</param>
    public static RuleLibrary Load(IEnumerable<PolicyFile> files, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Load(files, file => DocumentReader.Read(file.Path, file.Content.Span, limits));
    }

    /// <summary>Loads built-in files, which were verified and of which tests hold that nothing is wrong with them, so that isn't looked for again.</summary>
    /// <param name="files">The vocabulary, and rule sets with all that they speak of.</param>
    /// <param name="documents">The documents that were read before; null for none.</param>
    public static RuleLibrary LoadVerified(IEnumerable<PolicyFile> files, DocumentCache? documents = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Load(files, (documents ?? new()).Read, areVerified: true);
    }

    private static RuleLibrary Load(IEnumerable<PolicyFile> files, Func<PolicyFile, ReadResult> read, bool areVerified = false)
    {
        var diagnostics = new DiagnosticBag();
        var sorted = files.Where(file => file.IsRuleSet || file.IsVocabulary).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var texts = OnAllCores(sorted, file => file, read).Zip(sorted, (text, file) => KeyValuePair.Create(file, text)).ToDictionary(ReferenceEqualityComparer.Instance);
        var documents = sorted
            .Where(file => file.IsRuleSet)
            .Select(file => (File: file, Document: ReadOne(file, texts[file], diagnostics)))
            .Where(pair => pair.Document is not null)
            .Select(pair => (pair.File, Document: pair.Document ?? throw new InvalidOperationException("filtered above")))
            .ToList();
        var parts = sorted
            .Where(file => file.IsVocabulary)
            .Select(file => ReadOne(file, texts[file], diagnostics) is { } document ? VocabularyBinder.Bind(document, diagnostics) : null)
            .OfType<VocabularyPart>()
            .Concat(documents.Select(pair => RuleSetBinder.Facts(pair.Document, diagnostics)));
        var vocabulary = VocabularyBinder.Join(parts.ToList(), diagnostics);
        var bound = OnAllCores(documents, pair => pair.File, pair =>
        {
            var own = new DiagnosticBag();
            var digest = (areVerified ? BuiltInDigests.Of(pair.File) : null) ?? ContentDigest.Of(pair.File.Content.Span);
            return (Set: RuleSetBinder.Bind(pair.Document, vocabulary, digest, own), Diagnostics: own);
        });
        diagnostics.AddRange(bound.SelectMany(one => one.Diagnostics.ToImmutable()));
        var sets = bound
            .Select(one => one.Set)
            .OfType<RuleSet>()
            .OrderBy(set => set.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        if (areVerified)
        {
            return new(vocabulary, sets, diagnostics.ToImmutable());
        }

        Validate(sets, [.. documents.SelectMany(pair => RuleSetBinder.DeclaredRules(pair.Document))], diagnostics);
        if (!diagnostics.HasErrors)
        {
            foreach (var set in sets)
            {
                ClashChecker.Check(set, vocabulary, diagnostics);
            }
        }

        return new(vocabulary, sets, diagnostics.ToImmutable());
    }

    /// <summary>
    /// Loads an author's files together with the built-in ones they don't replace: a built-in rule set gives way to a file of its
    /// name, and the built-in vocabulary to one named <c>core</c>.
    /// </summary>
    /// <param name="files">The author's files.</param>
    /// <param name="limits">How much is read of each; the documented defaults when null.</param>
    public static RuleLibrary LoadAuthored(IReadOnlyCollection<PolicyFile> files, ReadingLimits? limits = null) =>
        LoadAuthored(files, file => DocumentReader.Read(file.Path, file.Content.Span, limits));

    /// <summary>Loads an author's files as <see cref="LoadAuthored(IReadOnlyCollection{PolicyFile}, ReadingLimits?)"/> does, each read once however often it is loaded.</summary>
    /// <param name="files">The author's files.</param>
    /// <param name="documents">The documents that were read before.</param>
    public static RuleLibrary LoadAgain(IReadOnlyCollection<PolicyFile> files, DocumentCache documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return LoadAuthored(files, documents.Read);
    }

    private static RuleLibrary LoadAuthored(IReadOnlyCollection<PolicyFile> files, Func<PolicyFile, ReadResult> read)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Load(WithBuiltIn(files, read), read);
    }

    /// <summary>An author's files with the built-in ones they don't replace, as <see cref="LoadAuthored(IReadOnlyCollection{PolicyFile}, ReadingLimits?)"/> loads them.</summary>
    /// <param name="files">The author's files.</param>
    public static ImmutableArray<PolicyFile> WithBuiltIn(IReadOnlyCollection<PolicyFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return WithBuiltIn(files, file => DocumentReader.Read(file.Path, file.Content.Span));
    }

    private static ImmutableArray<PolicyFile> WithBuiltIn(IReadOnlyCollection<PolicyFile> files, Func<PolicyFile, ReadResult> read)
    {
        var own = files.Where(file => file.IsRuleSet).Select(file => file.Stem).ToHashSet(StringComparer.Ordinal);
        var ownCore = files.Any(file => file.IsVocabulary && DeclaresCore(read(file)));
        return [.. files, .. BuiltInRules.Files.Where(file => file.IsVocabulary ? !ownCore : !own.Contains(file.Stem))];
    }

    /// <summary>Whether a vocabulary is named <c>core</c> and so stands in place of the built-in one.</summary>
    /// <param name="file">The file.</param>
    public static bool DeclaresCore(PolicyFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DeclaresCore(DocumentReader.Read(file.Path, file.Content.Span));
    }

    private static bool DeclaresCore(ReadResult read) => read.Documents is [MappingNode mapping] && mapping["vocabulary"] is ScalarNode { Value: "core" };

    // Reading and binding texts takes longest, and each stands alone. They differ much in length: the longest come first, and each core takes the next when it
    // is done with one.
    private static ImmutableArray<TResult> OnAllCores<T, TResult>(List<T> items, Func<T, PolicyFile> of, Func<T, TResult> make)
    {
        var results = new TResult[items.Count];
        var longestFirst = Enumerable.Range(0, items.Count).OrderByDescending(i => of(items[i]).Content.Length);
        Parallel.ForEach(Partitioner.Create(longestFirst, EnumerablePartitionerOptions.NoBuffering), i => results[i] = make(items[i]));
        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }

    private static void Validate(ImmutableArray<RuleSet> sets, HashSet<string> declared, DiagnosticBag diagnostics)
    {
        var validator = new RuleSetValidator();
        foreach (var set in sets)
        {
            diagnostics.AddRange(validator.Validate(set).Errors.Select(failure => failure.CustomState).OfType<Diagnostic>());
        }

        foreach (var set in sets.GroupBy(set => set.Id, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            diagnostics.Error(RuleSetCodes.DuplicateId, set.Location, $"there is another rule set `{set.Id}`", "give each its own name");
        }

        ReferenceChecker.Check(sets, declared, diagnostics);
    }

    private static Node? ReadOne(PolicyFile file, ReadResult read, DiagnosticBag diagnostics)
    {
        diagnostics.AddRange(read.Diagnostics);
        if (read.Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error))
        {
            return null;
        }

        if (read.Documents is [var only])
        {
            return only;
        }

        var second = read.Documents.IsEmpty ? new Location(read.Source, default) : read.Documents[1].Location;
        diagnostics.Error(
            BindingCodes.DocumentCount,
            second,
            read.Documents.IsEmpty ? "this file holds nothing" : "this file holds a second document",
            "write one rule set or vocabulary in a file of its own");
        return null;
    }
}
