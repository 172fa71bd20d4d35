using System.Collections.Immutable;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Signing;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Input;

/// <summary>Finds and loads the rules that a command works with.</summary>
internal static class RuleFiles
{
    /// <summary>Loads the built-in rules, or those of the folders and bundles named; what is wrong with them goes to standard error.</summary>
    /// <param name="origin">Where they come from.</param>
    /// <param name="limits">How much is read of each file that isn't built in.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">A folder is missing or holds no rules, or a file has errors.</exception>
    /// <exception cref="NotVerifiedException">A bundle doesn't verify; none of its rules was read.</exception>
    public static RuleLibrary Load(RuleOrigin origin, ReadingLimits limits, Surroundings surroundings)
    {
        var library = origin.Paths.Count == 0
            ? RuleLibraryLoader.LoadVerified(BuiltInRules.Files)
            : RuleLibraryLoader.Load(Collect(origin, surroundings), limits);
        return Checked(library, surroundings);
    }

    /// <summary>A library, once it is known to have no errors; what is wrong with it goes to standard error.</summary>
    /// <param name="library">The library.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It has errors.</exception>
    public static RuleLibrary Checked(RuleLibrary library, Surroundings surroundings)
    {
        foreach (var diagnostic in library.Diagnostics)
        {
            surroundings.Error.WriteLine(DiagnosticText.Render(diagnostic));
        }

        return library.HasErrors
            ? throw new CommandException(ExitCode.InvalidInput, "the rules have errors, so nothing was checked")
            : library;
    }

    /// <summary>The files of all folders and bundles; they use the built-in vocabulary unless they bring one of the same name.</summary>
    /// <param name="origin">Where they come from.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static ImmutableArray<PolicyFile> Collect(RuleOrigin origin, Surroundings surroundings)
    {
        var files = origin.Paths
            .SelectMany(path => At(path, origin, surroundings))
            .DistinctBy(file => file.Path)
            .ToImmutableArray();
        return files.Any(file => file.IsVocabulary && RuleLibraryLoader.DeclaresCore(file))
            ? files
            : [.. files, .. BuiltInRules.Files.Where(file => file.IsVocabulary)];
    }

    /// <summary>The rule sets and vocabularies of a folder, or of a bundle once it is verified.</summary>
    /// <param name="path">The folder or bundle.</param>
    /// <param name="origin">What has to vouch for a bundle.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It is missing or holds no rules.</exception>
    /// <exception cref="NotVerifiedException">The bundle doesn't verify; none of its rules was read.</exception>
    public static IEnumerable<PolicyFile> At(string path, RuleOrigin origin, Surroundings surroundings) =>
        !AuthorFiles.IsKnown(path) && File.Exists(Files.Name(path, surroundings).Full) ? BundleFiles.Rules(path, origin, surroundings) : Folder(path, surroundings);

    /// <summary>The rule sets and vocabularies in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It is missing, or holds no rules.</exception>
    public static IEnumerable<PolicyFile> Folder(string folder, Surroundings surroundings)
    {
        var files = Files.InFolder(folder, surroundings, name => new PolicyFile(name, default) is { IsRuleSet: true } or { IsVocabulary: true }).ToList();
        return files.Any(file => new PolicyFile(file.Shown, default).IsRuleSet)
            ? files.Select(file => new PolicyFile(file.Shown, Files.Read(file, surroundings)))
            : throw new CommandException(ExitCode.Usage, $"`{folder}` holds no rule set: name a folder with files that end in `.rules.yaml`");
    }
}
