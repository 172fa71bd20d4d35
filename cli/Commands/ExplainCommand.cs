using System.CommandLine;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Linting;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>explain</c>.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var subject = new Argument<string>("subject") { Description = "A rule (rule-set/rule, or its own name), a rule set, a fact, a finding of lint (PC801, or its name), or exit-codes" };
        var rules = SharedOptions.Rules();
        var asOf = SharedOptions.AsOf();
        var command = new Command(
            "explain",
            """
            Says what a rule, a rule set or a fact means, where it comes from, and what reads it.

            Examples:
              policycheck explain amazon-rekognition-moratorium/police-use
              policycheck explain amazon-rekognition-moratorium
              policycheck explain deployer.sector
              policycheck explain stale-source
              policycheck explain exit-codes
            """)
        {
            subject, asOf,
        };
        foreach (var option in rules.Options)
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var page = new TextPage(surroundings.Colours, surroundings.Width);
            Explain(parsed.GetValue(subject) ?? "", new(() => RuleFiles.Load(rules.Read(parsed), ReadingLimits.Default, surroundings)), parsed.GetValue(asOf) ?? surroundings.Today, page);
            page.WriteTo(surroundings.Output);
            finish(ExitCode.Holds);
        });
        return command;
    }

    private static void Explain(string subject, Lazy<RuleLibrary> lazy, DateOnly asOf, TextPage page)
    {
        if (subject == "exit-codes")
        {
            page.Line(0, TextPage.Styled("Of several that apply, the one highest in this list is returned.", "dim"));
            foreach (var (code, meaning) in ExitCodes.ByPrecedence)
            {
                page.Row(0, 3, TextPage.Styled($"{(int)code}", "bold"), TextPage.Styled(meaning));
            }

            return;
        }

        if (LintRules.Find(subject) is { } finding)
        {
            LintPages.Write(finding, page);
            return;
        }

        var library = lazy.Value;
        var rules = library.RuleSets.SelectMany(set => set.Rules.Select(rule => (Set: set, Rule: rule))).Where(pair => pair.Rule.QualifiedId == subject || pair.Rule.Id == subject).ToList();
        var pages = new ReferencePage(page, library, asOf);
        if (library.Vocabulary.Find(subject) is { } fact)
        {
            pages.Write(fact);
        }
        else if (library.Find(subject) is { } set)
        {
            pages.Write(set);
        }
        else if (rules.Count > 0)
        {
            rules.ForEach(pair => pages.Write(pair.Set, pair.Rule));
        }
        else
        {
            var names = library.RuleSets.SelectMany(known => known.Rules.Select(rule => rule.QualifiedId).Append(known.Id)).Concat(library.Vocabulary.Facts.Select(known => known.Path)).Concat(LintRules.All.SelectMany(known => new[] { known.Code, known.Id })).Append("exit-codes");
            throw new CommandException(ExitCode.Usage, $"there is no rule, rule set, fact or finding `{subject}`: {Spelling.DidYouMean(subject, names, "see `policycheck list` and `policycheck list facts`")}");
        }
    }
}
