using System.Text;

namespace PolicyCheck.Cli.Tests;

public sealed class OperatorTests
{
    private static readonly (string Fact, string[] Tests)[] Operators =
    [
        ("flag", ["true", "{is: true}", "{isNot: true}"]),
        ("text", ["shop", "[shop, stall]", "{is: shop}", "{isNot: shop}", "{in: [shop]}", "{notIn: [shop]}", "{matches: 's.*'}"]),
        ("choice", ["red", "[red, blue]", "{is: red}", "{isNot: red}", "{in: [red]}", "{notIn: [red]}"]),
        ("choices", ["red", "[red, blue]", "{includes: red}", "{includesAny: [red, blue]}", "{includesAll: [red, blue]}", "{only: [red]}"]),
        ("number", ["5", "[5, 6]", "{is: 5}", "{isNot: 5}", "{in: [5]}", "{notIn: [5]}", "{atLeast: 5}", "{moreThan: 5}", "{atMost: 5}", "{lessThan: 5}"]),
        ("length", ["5 days", "{is: 5 days}", "{isNot: 5 days}", "{in: [5 days]}", "{notIn: [5 days]}", "{atLeast: 5 days}", "{moreThan: 5 days}", "{atMost: 5 days}", "{lessThan: 5 days}"]),
        ("day", ["2020-06-10", "{is: 2020-06-10}", "{isNot: 2020-06-10}", "{before: 2020-06-10}", "{onOrAfter: 2020-06-10}", "{within: 12 months}", "{within: 1000 years}"]),
        ("place", ["US", "[US, FR]", "{within: US}", "{within: [EU, US]}", "{only: [US]}"]),
        ("towns", ["US", "[US, FR]", "{within: US}", "{within: [EU, US]}", "{only: [US]}"]),
        ("rows", ["{each: {errors: {atMost: 1}}}", "{some: {errors: {lessThan: 1}}}", "{count: {atLeast: 1}}", "{count: {lessThan: 1}}", "{highestRate: {lessThan: 1 %}}", "{highestUpperBound: {lessThan: 1 %}}",
            "{ratio: {lessThan: 2}}", "{fewestTrials: {lessThan: 2}}", "{fewestErrors: {lessThan: 2}}", "{gini: {lessThan: 0.2}}", "{where: {errors: 0}, count: {moreThan: 0}}"]),
    ];

    private const string Facts = """
        facts:
          shops.flag: {type: flag, meaning: m, question: q?, askWho: operator}
          shops.text: {type: text, meaning: m, question: q?, askWho: operator}
          shops.choice: {type: choice, values: {red: r, blue: b, green: g}, meaning: m, question: q?, askWho: operator}
          shops.choices: {type: choices, values: {red: r, blue: b, green: g}, meaning: m, question: q?, askWho: operator}
          shops.number: {type: number, unit: count, meaning: m, question: q?, askWho: operator}
          shops.length: {type: duration, unit: calendar, meaning: m, question: q?, askWho: operator}
          shops.day: {type: date, meaning: m, question: q?, askWho: operator}
          shops.place: {type: place, meaning: m, question: q?, askWho: operator}
          shops.towns: {type: places, meaning: m, question: q?, askWho: operator}
          shops.rows:
            type: records
            meaning: m
            question: q?
            askWho: operator
            fields:
              trials: {type: number, unit: count, role: trials, meaning: m}
              errors: {type: number, unit: count, role: errors, meaning: m}
              rate: {type: number, unit: ratio, role: rate, meaning: m}

        """;

    private const string Stated = """
        shops: {flag: true, text: shop, choice: red, choices: [red, blue], number: 5, length: 5 days, day: 2020-06-10, place: US-OR, towns: [US-OR, US-CA],
          rows: [{trials: 100, errors: 1}, {trials: 100, errors: 0}, {rate: 2 %}]}

        """;

    [Theory]
    [InlineData("", "0001-01-01")]
    [InlineData("", "2020-06-15")]
    [InlineData("", "9999-12-31")]
    [InlineData(Stated, "0001-01-01")]
    [InlineData(Stated, "2020-06-15")]
    [InlineData(Stated, "9999-12-31")]
    public async Task Every_operator_of_every_type_comes_to_an_outcome(string stated, string day)
    {
        using var folder = new Folder().Write("rules/shops.rules.yaml", Rules()).Write("shop.manifest.yaml", Texts.Searching + stated);

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "rules", "--as-of", day, "-o", "json", "--explain", "full");
        Assert.Empty(run.Error);
        Assert.DoesNotContain("error", run.Json.Findings().Select(finding => finding.Text("outcome")));
        var settled = run.Json.Findings().Where(finding => finding.Text("outcome") != "indeterminate").Select(finding => finding.Text("title")).ToList();
        Assert.Empty(stated.Length == 0 ? settled.Where(title => !title.Contains("known", StringComparison.Ordinal)) : []);
    }

    private static string Rules()
    {
        var rules = new StringBuilder(Texts.ShopRules[..Texts.ShopRules.IndexOf("rules:\n", StringComparison.Ordinal)].Replace("{from: 2021-01-01}", "{from: 0001-01-01}", StringComparison.Ordinal))
            .Append(Facts).Append("rules:\n");
        foreach (var (fact, tests) in Operators)
        {
            foreach (var test in tests.Concat(["{known: true}", "{known: false}", "{basis: claimed}", "{basis: attested}", "{notOlderThan: 12 months}", "{notOlderThan: 1000 years}"]))
            {
                rules.Append($"  - {{id: rule-{rules.Length}, title: \"{fact} {test}\", citation: act, when: {{shops.{fact}: {test}}}, requires: {{deployer.sector: retail, shops.{fact}: {test}}}, severity: low, remedy: r}}\n");
            }
        }

        return rules.Append("notCovered: [Anything else.]\n").ToString();
    }
}
