using System.Text;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.Symbols;

namespace PolicyCheck.Tests.Symbols;

public sealed class Names_in_files
{
    private static readonly (string Path, string Text)[] Files =
    [
        ("vocabulary.yaml", """
            vocabulary: own
            facts:
              own.armed: {type: flag}
              own.results: {type: records, fields: {group: {type: text}, errors: {type: number}}}
              use.own.range: {type: number}
            """),
        ("robots.rules.yaml", """
            ruleSet: robots
            sources:
              - {id: act}
            parameters:
              farthest: {values: [{value: 100, citation: "act, section 1"}]}
            definitions:
              "armed": {own.armed: true}
            rules:
              - id: no-arms
                citation: 'act, section 2'
                prohibits: {any: [{is: armed}, {not: 'armed'}]}
                unless:
                  - {id: police, citation: act, when: {own.results: {some: {errors: {atMost: "$farthest"}}}}}
              - id: no-sight
                when: {is: "\u0061rmed-too"}
                requires: {use.own.range: {atMost: $farthest}}
            """),
        ("toys.rules.yaml", "ruleSet: toys\nrules:\n  - {id: toys, permits: {own.armed: true}, overrides: [robots/no-arms, 'robots/no-sight']}\n"),
        ("tin-man.manifest.yaml", "manifest: tin-man\nown:\n  armed: true\n  results: {value: [{group: all, errors: 3}]}\nuses:\n  - {id: shop, own.range: 50}\n"),
        ("robots_test.yaml", """
            tests: [robots, toys]
            cases:
              - {manifest: {own: {"armed": true}}, change: {own.armed: false}, expect: {no-arms: pass by police, robots/no-sight: {outcome: indeterminate, missing: [use.own.range, $farthest]}}}
              - {columns: [own.armed, no-arms], rows: [[true, "pass by toys/toys"], [true, {outcome: pass, by: police}]]}
            """),
    ];

    [Theory]
    [InlineData(SymbolKind.RuleSet, "", "robots", 5)]
    [InlineData(SymbolKind.Rule, "robots", "no-arms", 4)]
    [InlineData(SymbolKind.Rule, "robots", "no-sight", 3)]
    [InlineData(SymbolKind.Rule, "toys", "toys", 2)]
    [InlineData(SymbolKind.Exception, "robots/no-arms", "police", 3)]
    [InlineData(SymbolKind.Definition, "robots", "armed", 3)]
    [InlineData(SymbolKind.Parameter, "robots", "farthest", 4)]
    [InlineData(SymbolKind.Source, "robots", "act", 4)]
    [InlineData(SymbolKind.Fact, "", "own.armed", 7)]
    [InlineData(SymbolKind.Fact, "", "use.own.range", 4)]
    [InlineData(SymbolKind.Field, "own.results", "errors", 3)]
    [InlineData(SymbolKind.Operator, "", "atMost", 2)]
    public void Every_mention_of_a_name_is_found_letter_for_letter(SymbolKind kind, string owner, string name, int mentions)
    {
        var found = Table().Of(new(kind, owner, name)).ToList();
        Assert.Equal(mentions, found.Count);
        Assert.All(found, mention => Assert.Equal(name, mention.Hidden + Written(mention)));
        Assert.Equal(kind == SymbolKind.Operator ? 0 : 1, found.Count(mention => mention.IsDeclaration));
    }

    [Theory]
    [InlineData(SymbolKind.Rule, "robots", "no-arms", "unarmed")]
    [InlineData(SymbolKind.Rule, "robots", "no-sight", "short-sight")]
    [InlineData(SymbolKind.Exception, "robots/no-arms", "police", "officers")]
    [InlineData(SymbolKind.Definition, "robots", "armed", "weaponised")]
    [InlineData(SymbolKind.Parameter, "robots", "farthest", "horizon")]
    [InlineData(SymbolKind.Source, "robots", "act", "statute")]
    [InlineData(SymbolKind.Fact, "", "own.armed", "own.weaponised")]
    [InlineData(SymbolKind.Fact, "", "use.own.range", "use.own.reach")]
    [InlineData(SymbolKind.Field, "own.results", "errors", "mistakes")]
    public void Renaming_replaces_every_mention_and_nothing_else(SymbolKind kind, string owner, string name, string newName)
    {
        var renaming = Renaming.Of(Table(), new(kind, owner, name), newName);
        var renamed = Files.Select(file => (file.Path, Text: Applied(file, renaming))).ToArray();

        Assert.Null(renaming.Refusal);
        Assert.Equal(Table().Of(new(kind, owner, name)).Count(), Table(renamed).Of(new(kind, owner, newName)).Count());
        Assert.Empty(Table(renamed).Of(new(kind, owner, name)));
        var back = Renaming.Of(Table(renamed), new(kind, owner, newName), name);
        Assert.Equal(Files.Select(file => file.Text), renamed.Select(file => Applied(file, back)));
    }

    [Theory]
    [InlineData(SymbolKind.RuleSet, "", "robots", "machines", "named after its file")]
    [InlineData(SymbolKind.Operator, "", "atMost", "upTo", "is a word of the language")]
    [InlineData(SymbolKind.Rule, "robots", "no-such", "other", "no file here declares `no-such`")]
    [InlineData(SymbolKind.Rule, "robots", "no-arms", "no-sight", "there is another `no-sight` in robots.rules.yaml, line 14")]
    [InlineData(SymbolKind.Rule, "robots", "no-arms", "verdict", "means the verdict in tests")]
    [InlineData(SymbolKind.Source, "robots", "act", "The Act", "is not an identifier")]
    [InlineData(SymbolKind.Definition, "robots", "armed", "1st", "is not a name")]
    [InlineData(SymbolKind.Fact, "", "own.armed", "own", "is in the way")]
    [InlineData(SymbolKind.Fact, "", "own.armed", "weapons.armed", "must go on beginning with `own.`")]
    [InlineData(SymbolKind.Fact, "", "own.armed", "own.any thing", "is not a path of a fact")]
    [InlineData(SymbolKind.Field, "own.results", "errors", "group", "there is another `group`")]
    public void A_renaming_that_would_break_something_is_refused(SymbolKind kind, string owner, string name, string newName, string why)
    {
        var renaming = Renaming.Of(Table(), new(kind, owner, name), newName);
        Assert.Empty(renaming.Edits);
        Assert.Contains(why, renaming.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_written_with_escapes_is_found_and_not_renamed()
    {
        var files = Files.Append(("more.rules.yaml", "ruleSet: more\ndefinitions: {armed-too: {own.armed: true}}\nrules:\n  - {id: one, when: {is: \"\\u0061rmed-too\"}}\n")).ToArray();
        var symbol = new Symbol(SymbolKind.Definition, "more", "armed-too");
        Assert.Equal(2, Table(files).Of(symbol).Count());
        Assert.Equal("its name is written with escapes in more.rules.yaml, line 4", Renaming.Of(Table(files), symbol, "other").Refusal);
    }

    [Fact]
    public void The_end_of_a_name_belongs_to_it()
    {
        var text = Files[1].Text;
        var start = text.IndexOf("no-arms", StringComparison.Ordinal);
        Assert.All([start, start + 7], offset => Assert.Equal(Symbol.Rule("robots", "no-arms"), Table().At("robots.rules.yaml", offset)?.Symbol));
        Assert.All([start - 1, start + 8], offset => Assert.Null(Table().At("robots.rules.yaml", offset)));
    }

    private static SymbolTable Table(params (string Path, string Text)[] files) => SymbolTable.Of((files.Length == 0 ? Files : files)
        .Select(file => new PolicyFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))
        .SelectMany(file => DocumentReader.Read(file.Path, file.Content.Span).Documents.Select(document => (file, document))));

    private static string Written(Mention mention) => mention.Location.Source.Content[mention.Location.Span.Start..mention.Location.Span.End];

    private static string Applied((string Path, string Text) file, Renaming renaming) => renaming.Edits
        .Where(edit => edit.Location.Path == file.Path)
        .OrderByDescending(edit => edit.Location.Span.Start)
        .Aggregate(file.Text, (text, edit) => string.Concat(text.AsSpan(0, edit.Location.Span.Start), edit.Text, text.AsSpan(edit.Location.Span.End)));
}
