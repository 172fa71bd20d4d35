using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Schemas;
using PolicyCheck.Text;

namespace PolicyCheck.Tests.Schemas;

/// <summary>An editor and the reader agree on every mistake that a schema can see.</summary>
public sealed class MistakeTests
{
    // What a schema can see, as it looks at one place of a file.
    private static readonly ImmutableHashSet<string> Visible =
    [
        BindingCodes.UnknownKey, BindingCodes.MissingKey, BindingCodes.WrongShape, BindingCodes.UnknownWord, BindingCodes.BadIdentifier, BindingCodes.BadDate,
        FactsCodes.UnknownFact, FactsCodes.WrongType, FactsCodes.UnknownValue, FactsCodes.BadNumber, FactsCodes.BadDuration, FactsCodes.UnknownPlace,
        ConditionCodes.UnknownOperator, ConditionCodes.UnfitOperator, RuleSetCodes.DeonticKind, RuleSetCodes.Missing,
    ];

    // What takes looking at another place of the file; the reader's errors that follow from it aren't compared either.
    private static readonly ImmutableHashSet<string> Elsewhere =
        [ConditionCodes.UnknownDefinition, ConditionCodes.UnknownParameter, RuleSetCodes.UnknownSource];

    [Theory]
    [InlineData("rules/corporate/amazon-rekognition-moratorium.rules.yaml")]
    [InlineData("rules/corporate/meta-face-recognition-shutdown.rules.yaml")]
    [InlineData("rules/examples/washington-county-sheriff.manifest.yaml")]
    [InlineData("rules/examples/us-police-any-vendor.manifest.yaml")]
    public void An_editor_flags_a_mistake_in_a_shipped_file_exactly_when_the_reader_does(string path) =>
        Compare(ShippedFiles.KindOf(path)!.Value, ShippedFiles.Documents(path).First());

    [Fact]
    public void An_editor_flags_a_mistake_in_a_vocabulary_exactly_when_the_reader_does() => Compare(SchemaKind.Vocabulary, Read("""
        vocabulary: mine
        facts:
          a.flag: {type: flag, meaning: m, question: q, askWho: legal}
          a.choice: {type: choice, values: {one: the first, two: the second}, meaning: m, question: q, askWho: vendor}
          a.length: {type: duration, unit: working-days, meaning: m, question: q, askWho: vendor}
          a.rows:
            type: records
            fields:
              trials: {type: number, unit: count, role: trials, meaning: m}
              kind: {type: choice, values: {one: the first}, meaning: m}
            meaning: m
            question: q
            askWho: operator
        places:
          XX: {title: Many, members: [DE, {place: FR, from: 2020-01-01, until: 2021-01-01}]}
          US-OR/portland: {title: Portland}
        """));

    [Fact]
    public void An_editor_flags_a_mistake_in_a_statement_exactly_when_the_reader_does() => Compare(SchemaKind.Manifest, Read("""
        manifest: all-types
        places: {value: [US-OR], basis: documented, source: a.pdf, on: 2026-03-01}
        system: {version: 1.10, referenceDatabase: {size: 12000 people, includesMinors: no}}
        system.referenceDatabase.origin: booking-photos
        accuracy:
          threshold: {value: 98 %, basis: attested}
          results: [{group: women, metric: false-match-rate, trials: 10, errors: 1, rate: 1 in 10, date: 2026-01-01}]
        uses: [{id: one, since: 2026-01-01, offenceMaximumSentence: 3 years, sites: 2}]
        """));

    [Fact]
    public void An_editor_flags_a_mistake_in_a_condition_exactly_when_the_reader_does() => Compare(SchemaKind.Rules, Read("""
        ruleSet: all-operators
        title: All operators
        authority: nobody
        standing: guidance
        jurisdictions: [EU, US-OR/portland]
        summary: Every type with every operator.
        sources: [{id: a, title: b, read: official, confidence: low, date: 2020-01-01, checked: 2020-01-01}]
        inForce: [{from: 2020-01-01, until: 2030-01-01, note: n}]
        unresolved: [{from: 2020-01-01, until: 2021-01-01, reason: r}]
        parameters: {limit: {meaning: m, values: [{value: 3 %, from: 2020-01-01}]}}
        waivable: {by: [x, y], citation: a}
        definitions: {shop: {deployer.sector: retail}}
        rules:
          - id: one
            title: t
            citation: a, 1
            when: {any: [{is: shop}, {none: [{use.realTime: {isNot: true}}, {not: {places: [EU, world]}}]}]}
            requires:
              deployer.name: {is: x, isNot: y, in: [x, z], notIn: [y], matches: x.*}
              deployer.sector: {in: [retail, finance], isNot: other, known: true}
              deployer.roles: {includes: employer, includesAny: [school], includesAll: [school, landlord], only: [school, employer, landlord]}
              accuracy.threshold: {atLeast: 98 %, lessThan: 1, moreThan: $limit}
              use.offenceMaximumSentence: {atMost: 3 years}
              use.since: {before: 2026-01-01, onOrAfter: 2020-01-01, within: 12 months}
              places: {within: [EU], only: US}
              accuracy.results:
                where: {metric: {in: [false-match-rate]}, any: [{trials: {atLeast: 3}}, {date: {within: 3 years}}]}
                each: {rate: {atMost: 3 %}}
                some: {group: women}
                count: 3
                highestRate: {atMost: $limit}
                ratio: {lessThan: 3}
                known: true
            unless: [{id: e, title: t, citation: a, when: {use.realTime: false}, inForce: [{from: 2021-01-01, until: 2022-01-01}]}]
            severity: low
            remedy: r
            waivable: {by: [x], for: 90 days, renewals: 2, citation: a}
            confidence: low
          - {id: two, title: t, citation: a, permits: {use.realTime: false}, overrides: [one, other-set/one], severity: low, unresolved: [{reason: r}]}
        notCovered: [much]
        """));

    private static void Compare(SchemaKind kind, Node document)
    {
        Assert.Empty(Errors(kind, document));
        Assert.Empty(Editor.Problems(kind, document));
        var mutations = Mutation.Of(document).Where(mutation => !IsBeyondSchemas(mutation.Path)).ToList();
        Assert.NotEmpty(mutations);
        Assert.All(mutations, mutation =>
        {
            var (errors, problems) = (Errors(kind, mutation.Document), Editor.Problems(kind, mutation.Document).ToList());
            var told = string.Join("; ", errors.Select(error => $"{error.Code} {error.Message}").Concat(problems));
            Assert.True(problems.Count == 0 || errors.Count > 0, $"only the editor refuses {mutation.Path}, {mutation.What}: {told}");
            Assert.True(problems.Count > 0 || !errors.Exists(error => Visible.Contains(error.Code)) || errors.Exists(error => Elsewhere.Contains(error.Code)), $"only the reader refuses {mutation.Path}, {mutation.What}: {told}");
        });
    }

    // A parameter's value has the type of the fact it is compared with; a group without members is a place, whose code only the reader
    // knows; and whether a rule that is overridden exists is asked when all rule sets are there.
    private static bool IsBeyondSchemas(string path) =>
        path is "/places/XX/members"
        || path.Contains("/overrides/", StringComparison.Ordinal)
        || (path.StartsWith("/parameters/", StringComparison.Ordinal) && path.EndsWith("/value", StringComparison.Ordinal));

    private static List<Diagnostic> Errors(SchemaKind kind, Node document)
    {
        var diagnostics = new DiagnosticBag();
        switch (kind)
        {
            case SchemaKind.Manifest:
                new ManifestBinder(ShippedFiles.Vocabulary, diagnostics).Bind(document);
                break;
            case SchemaKind.Vocabulary:
                VocabularyBinder.Join([VocabularyBinder.Bind(document, diagnostics) ?? new("", [], null)], diagnostics);
                break;
            default:
                if (RuleSetBinder.Bind(document, ShippedFiles.Vocabulary, "", diagnostics) is { } set)
                {
                    diagnostics.AddRange(new RuleSetValidator().Validate(set).Errors.Select(failure => (Diagnostic)failure.CustomState));
                }

                break;
        }

        return [.. diagnostics.ToImmutable().Where(diagnostic => diagnostic.Level == DiagnosticLevel.Error)];
    }

    private static Node Read(string yaml) => DocumentReader.ReadDecoded(new SourceText("a.yaml", yaml)).Documents.Single();
}
