using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Input;
using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Commands;

/// <summary>The options that several verbs have, each made anew for its verb.</summary>
internal static class SharedOptions
{
    /// <summary>The options that say where rules come from, and how to read them off.</summary>
    public static (IReadOnlyList<Option> Options, Func<ParseResult, RuleOrigin> Read) Rules()
    {
        var rules = new Option<string[]>("--rules")
        {
            Description = "A folder of rule sets, or a bundle, to use in place of the built-in ones; may be given several times",
            HelpName = "DIR-or-BUNDLE",
            DefaultValueFactory = _ => [],
        };
        var publicKey = PublicKey("The public key that has to have signed the bundles given to --rules");
        var allowUnsigned = new Option<bool>("--allow-unsigned") { Description = "Use bundles that no key vouches for" };
        return ([rules, publicKey, allowUnsigned], parsed => new(parsed.GetValue(rules) ?? [], parsed.GetValue(publicKey), parsed.GetValue(allowUnsigned)));
    }

    /// <summary>The key to verify with.</summary>
    /// <param name="description">What it verifies.</param>
    public static Option<string?> PublicKey(string description) => new("--public-key") { Description = description, HelpName = "PEM" };

    /// <summary>The key to sign with.</summary>
    /// <param name="description">What it signs.</param>
    public static Option<string?> SigningKey(string description) => new("--signing-key") { Description = description, HelpName = "PEM" };

    /// <summary>Further folders of rules, for the verbs of authors.</summary>
    public static Option<string[]> MoreRules() => new("--rules")
    {
        Description = "A further folder of rule sets that those named may refer to; may be given several times",
        HelpName = "DIR",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The files of an author.</summary>
    public static Argument<string[]> AuthorPaths() => new("paths")
    {
        Description = "Rule sets, tests and vocabularies, or folders of them; the working directory when none is given",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <summary>The day asked about.</summary>
    public static Option<DateOnly?> AsOf() => new("--as-of")
    {
        Description = "The day asked about, as 2020-06-10; today in UTC by default",
        HelpName = "DATE",
        CustomParser = Date,
    };

    /// <summary>Where reports go.</summary>
    /// <param name="formats">The formats there are, the default first.</param>
    public static Option<string[]> Output(IReadOnlyList<string> formats) => new("--output", "-o")
    {
        Description = $"A format ({string.Join(", ", formats)}), with =PATH to write a file; may be given several times",
        HelpName = "FORMAT[=PATH]",
        DefaultValueFactory = _ => [formats[0]],
        CompletionSources = { _ => formats.Select(name => new CompletionItem(name)) },
    };

    /// <summary>The options that limit how much of an input is read, and how to read them off.</summary>
    public static (IReadOnlyList<Option> Options, Func<ParseResult, ReadingLimits> Read) Limits()
    {
        var bytes = Positive("--max-bytes", "The largest file that is read, in bytes", ReadingLimits.Default.MaxBytes);
        var depth = Positive("--max-depth", "The deepest nesting that is read", ReadingLimits.Default.MaxDepth);
        var nodes = Positive("--max-nodes", "The most values and keys that are read of a file", ReadingLimits.Default.MaxNodes);
        return ([bytes, depth, nodes], parsed => new(parsed.GetValue(bytes), parsed.GetValue(depth), parsed.GetValue(nodes)));
    }

    /// <summary>After how many seconds to give up.</summary>
    public static Option<int?> Timeout()
    {
        var option = new Option<int?>("--timeout") { Description = "Give up after so many seconds, with exit code 5", HelpName = "SECONDS" };
        RequirePositive(option);
        return option;
    }

    /// <summary>Refuses what isn't a number of per cent.</summary>
    /// <param name="option">The option.</param>
    public static void RequirePercent(Option<int?> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 100))
        {
            result.AddError($"{option.Name} takes a whole number of per cent from 0 to 100");
        }
    });

    /// <summary>An option that takes a whole number from one up.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="byDefault">The number where none is given.</param>
    public static Option<int> Positive(string name, string description, int byDefault)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => byDefault };
        RequirePositive(option);
        return option;
    }

    private static void RequirePositive(Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1))
        {
            result.AddError($"{option.Name} takes a whole number from 1 up");
        }
    });

    private static DateOnly? Date(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (IsoDate.TryParse(text, out var date))
        {
            return date;
        }

        result.AddError($"`{text}` is not a day: {IsoDate.Cure(text)}");
        return null;
    }
}
