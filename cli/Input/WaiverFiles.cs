using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Cli.Input;

/// <summary>Finds and loads the waivers that a command works with.</summary>
internal static class WaiverFiles
{
    /// <summary>Loads a register; what is wrong with it goes to standard error.</summary>
    /// <param name="named">The files, or <c>-</c> for standard input.</param>
    /// <param name="library">The rules that can be waived.</param>
    /// <param name="limits">How much is read of each file.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">A file is missing or has errors.</exception>
    public static WaiverRegister Load(IReadOnlyList<string> named, RuleLibrary library, ReadingLimits limits, Surroundings surroundings)
    {
        var files = Find(named, surroundings)
            .Select(file => WaiverReader.Read(file.Shown, Files.Read(file, limits, surroundings), library, limits));
        var register = WaiverRegister.Of(files, library);
        surroundings.Write(register.Diagnostics);
        return register.HasErrors
            ? throw new CommandException(ExitCode.InvalidInput, "the waivers have errors, so nothing was checked")
            : register;
    }

    /// <summary>The files named, each once, in ordinal order of their paths.</summary>
    /// <param name="named">The files, or <c>-</c> for standard input.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">A file is missing.</exception>
    public static IEnumerable<FilePath> Find(IReadOnlyList<string> named, Surroundings surroundings) => named
        .Select(name => name == "-" ? FilePath.StandardInput : Existing(name, surroundings))
        .Distinct()
        .OrderBy(file => file.Shown, StringComparer.Ordinal);

    private static FilePath Existing(string name, Surroundings surroundings)
    {
        var file = Files.Name(name, surroundings);
        return File.Exists(file.Full) ? file : throw new CommandException(ExitCode.Usage, $"there is no file of waivers `{name}`");
    }
}
