using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.Reference;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cli.Commands;

/// <summary>Writes references of rule sets, or checks those that were written.</summary>
internal static class Docs
{
    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<string> Formats { get; } = ["markdown", "html"];

    /// <summary>Writes or checks.</summary>
    /// <param name="paths">The author's files and folders; none means the built-in rules.</param>
    /// <param name="targets">The formats with their folders.</param>
    /// <param name="check">Whether to compare and not to write.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static ExitCode Run(IReadOnlyList<string> paths, ImmutableArray<OutputTarget> targets, bool check, Surroundings surroundings)
    {
        if (targets.FirstOrDefault(target => target.Path is null && (check || target.Format == "html")) is { } bare)
        {
            throw new CommandException(ExitCode.Usage, $"{(check ? "`--check`" : "`html`")} needs a folder: write `-o {bare.Format}=DIR`");
        }

        var (library, documented) = Load(paths, surroundings);
        var hold = true;
        foreach (var target in targets)
        {
            var pages = ReferenceBook.Write(library, documented, Enum.Parse<ReferenceFormat>(target.Format, ignoreCase: true));
            if (target.Path is null)
            {
                target.Write(surroundings, stream => stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', pages.Select(page => page.Text)))));
            }
            else if (check)
            {
                hold &= ReferenceFolder.Check(target, pages, surroundings);
            }
            else
            {
                ReferenceFolder.Write(target, pages, surroundings);
            }
        }

        return hold ? ExitCode.Holds : ExitCode.DoesNotHold;
    }

    private static (RuleLibrary Library, IEnumerable<RuleSet> Documented) Load(IReadOnlyList<string> paths, Surroundings surroundings)
    {
        if (paths.Count == 0)
        {
            var builtIn = RuleFiles.Load(RuleOrigin.BuiltIn, ReadingLimits.Default, surroundings);
            return (builtIn, builtIn.RuleSets);
        }

        var files = AuthorFiles.Find(paths, surroundings);
        var library = RuleFiles.Checked(RuleLibraryLoader.LoadAuthored(files), surroundings);
        return (library, library.RuleSets.Where(set => files.Any(file => file.Path == set.Location.Path)));
    }
}
