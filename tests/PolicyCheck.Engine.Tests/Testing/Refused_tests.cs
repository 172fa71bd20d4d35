namespace PolicyCheck.Tests.Testing;

public sealed class Refused_tests
{
    private const string Head = "cases:\n  - name: c\n    asOf: 2021-06-15\n    manifest: {police: true}\n";

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "a misspelt rule", Head + "    expect: {no-polise: fail}", "6: PC703 there is no rule `no-polise` in act" },
        { "a misspelt verdict", Head + "    expect: {verdct: non-compliant}", "6: PC703 there is no rule `verdct` in act" },
        { "a misspelt exception", Head + "    expect: {no-police: pass by reskue}", "6: PC705 `no-police` has no exception `reskue`" },
        { "an exception left out", Head + "    expect: {no-police: pass by}", "6: PC705 this doesn't say by which exception `no-police` passes" },
        { "a failure by an exception", Head + "    expect: {no-police: fail by rescue}", "6: PC710 only a pass is by an exception, and `fail` isn't one" },
        { "a misspelt outcome", Head + "    expect: {no-police: fial}", "6: PC710 `fial` is not an outcome that can be expected" },
        { "an error expected", Head + "    expect: {no-police: error}", "6: PC710 `error` is not an outcome that can be expected" },
        { "a misspelt missing fact", Head + "    expect: {no-police: {outcome: indeterminate, missing: [polise]}}", "6: PC301 `polise` is not a fact of the vocabulary" },
        { "missing facts of a failure", Head + "    expect: {no-police: {outcome: fail, missing: [police]}}", "6: PC710 `missing` goes with `indeterminate`, not with `fail`" },
        { "nothing expected", Head, "3: PC706 the case `c` expects nothing" },
        { "an empty expectation", Head + "    expect: {}", "3: PC706 the case `c` expects nothing" },
        { "no day", "cases:\n  - {name: c, manifest: {police: true}, expect: {no-police: fail}}", "3: PC707 the case `c` has no day" },
        { "no case", "cases: []", "1: PC701 this file holds no case" },
        { "a misspelt fact", Head + "    change: {polise: true}\n    expect: {no-police: fail}", "6: PC301 `polise` is not a fact of the vocabulary" },
        { "a place without its name", Head + "    change: {places: [US-ZZ]}\n    expect: {no-police: fail}", "6: PC306 `US-ZZ` is not a place" },
        { "a fact that nothing reads", Head + "    change: {vendor: Amazon}\n    expect: {no-police: fail}", "6: PC711 no rule under test reads `vendor`" },
        { "a fact of a use without its section", Head + "    change: {live: true}\n    expect: {no-police: fail}", "6: PC601 `live` is a fact of a use" },
        { "a fact without a value", Head + "    change: {police: }\n    expect: {no-police: fail}", "6: PC210 `police` has no value here" },
        { "a list of unstated", Head + "    change: {use.purpose: [unstated]}\n    expect: {no-police: fail}", "6: PC203 `unstated` isn't a value that a list can hold" },
        { "an unknown manifest", "cases:\n  - {name: c, asOf: 2021-06-15, manifest: shop, expect: {no-police: fail}}", "3: PC704 `shop` is not one of this file's `manifests`" },
        { "a missing file", "cases:\n  - {name: c, asOf: 2021-06-15, manifest: {file: shop.manifest.yaml}, expect: {no-police: fail}}", "3: PC704 there is no file `shop.manifest.yaml`" },
        { "a manifest that no case uses", "manifests: {shop: {police: true}}\n" + Head + "    expect: {no-police: fail}", "2: PC712 no case starts from `shop`" },
        { "two cases of one name", Head + "    expect: {no-police: fail}\n" + Head[7..] + "    expect: {no-police: fail}", "7: PC207 there is another case `c`" },
        { "a row too short", Head + "    columns: [police, no-police]\n    rows: [[true]]", "7: PC709 this row has 1 cell, and there are 2 columns" },
        { "a table without rows", Head + "    columns: [police, no-police]", "3: PC709 this table has no rows" },
        { "a misspelt column", Head + "    columns: [polise.x, no-police]\n    rows: [[true, fail], [false, pass]]", "6: PC301 `polise.x` is not a fact of the vocabulary" },
        { "a misspelt rule in a column", Head + "    columns: [police, no-polise]\n    rows: [[true, fail], [false, pass]]", "6: PC703 there is no rule `no-polise` in act" },
        { "a column twice", Head + "    columns: [police, police, no-police]\n    rows: [[true, true, fail]]", "6: PC709 there is another column `police`" },
        { "an empty cell", Head + "    columns: [police, no-police]\n    rows: [[~, fail]]", "7: PC210 `police` has no value here" },
        { "a key that means nothing", Head + "    expects: {no-police: fail}\n    expect: {no-police: fail}", "6: PC201 `expects` is not a key of a case" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_once_where_it_is(string what, string tests, string told)
    {
        Assert.NotEmpty(what);
        Assert.Equal([told], Authored.OfAct(tests).Problems);
    }

    [Fact]
    public void A_rule_set_that_is_not_there_is_refused_by_name() =>
        Assert.Equal(["1: PC702 there is no rule set `ackt`"], Authored.Of(Example.RuleSet(Authored.Act, other: Authored.ActNames), "tests: ackt\n" + Head + "    expect: {no-police: fail}").Problems.Take(1));

    [Fact]
    public void A_manifest_with_several_uses_must_say_which() => Assert.Equal(["3: PC708 this case doesn't say which use of the manifest is meant"], Authored.OfAct(
        "cases:\n  - {name: c, asOf: 2021-06-15, manifest: {file: m}, expect: {no-police: fail}}",
        ("m", "manifest: station\nuses:\n- {id: a}\n- {id: b}")).Problems);

    [Fact]
    public void All_mistakes_of_a_file_are_told() => Assert.Equal(3, Authored.OfAct("""
        cases:
          - {name: a, asOf: 2021-06-31, manifest: {police: true}, expect: {no-police: fail}}
          - {name: b, asOf: 2021-06-15, manifest: {polise: true}, expect: {no-police: fail}}
          - {name: c, asOf: 2021-06-15, manifest: {police: true}, expect: {no-polise: fail}}
        """).Problems.Count(problem => !problem.Contains("PC707", StringComparison.Ordinal)));
}
