using System.Text;
using PolicyCheck.Signing;

namespace PolicyCheck.Cli.Input;

/// <summary>Keys from the PEM files that the user names.</summary>
internal static class KeyFiles
{
    /// <summary>A key to sign with.</summary>
    /// <param name="path">The file.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be read, or holds no such key.</exception>
    public static SigningKey Signing(string path, Surroundings surroundings) =>
        SigningKey.TryRead(Text(path, surroundings), out var key, out var problem) ? key : throw new CommandException(ExitCode.Usage, $"`{path}` can't sign: {problem}");

    /// <summary>A key to verify with.</summary>
    /// <param name="path">The file.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be read, or holds no such key.</exception>
    public static VerificationKey Verification(string path, Surroundings surroundings) =>
        VerificationKey.TryRead(Text(path, surroundings), out var key, out var problem) ? key : throw new CommandException(ExitCode.Usage, $"`{path}` can't verify: {problem}");

    private static string Text(string path, Surroundings surroundings) => Encoding.UTF8.GetString(Files.Read(Files.Name(path, surroundings), surroundings));
}
