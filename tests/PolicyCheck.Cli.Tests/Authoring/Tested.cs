namespace PolicyCheck.Cli.Tests.Authoring;

/// <summary>The rules on shops of <see cref="Texts"/> and tests of them.</summary>
internal static class Tested
{
    /// <summary>Tests that pass and touch every rule and exception; several mutants survive them.</summary>
    public const string Passing = Head + Fails + PassesByException;

    /// <summary>Tests of which the last case fails.</summary>
    public const string Failing = Passing + """
          # The exception was forgotten.
          - name: a shop may not though a person looks
            manifest: searching
            change: {safeguards.humanReview: true}
            expect: {no-search: fail}

        """;

    /// <summary>The beginning of a test file, up to its cases.</summary>
    public const string Head = """
        tests: shops
        asOf: 2022-06-15

        manifests:
          searching: {deployer.sector: retail, system.function: identification, safeguards.humanReview: false}

        cases:

        """;

    /// <summary>A case that fails by the rule.</summary>
    public const string Fails = """
          - name: a shop may not search faces
            manifest: searching
            expect: {no-search: fail}

        """;

    /// <summary>A case that passes by the exception.</summary>
    public const string PassesByException = """
          - name: a person looks at every match
            manifest: searching
            change: {safeguards.humanReview: true}
            expect: {no-search: pass by reviewed}

        """;

    /// <summary>A folder with the rules and tests of them.</summary>
    public static Folder Folder(string tests = Passing, string rules = Texts.ShopRules) => new Folder().Write("shops.rules.yaml", rules).Write("shops_test.yaml", tests);

    /// <summary>A text in which one part, which must be there, is another.</summary>
    public static string With(this string text, string part, string other)
    {
        Assert.Contains(part, text, StringComparison.Ordinal);
        return text.Replace(part, other, StringComparison.Ordinal);
    }
}
