using System.Security.Cryptography;
using System.Text;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Mutation;
using PolicyCheck.Testing;

namespace PolicyCheck.Cli.Commands;

/// <summary>Keeps what became of mutants, so that only those of rules and tests that changed are judged again.</summary>
/// <remarks>
/// The files lie in <c>policycheck/mutants</c> in the user's cache folder (<c>XDG_CACHE_HOME</c>, else <c>.cache</c> in the home
/// folder), each named by a digest of all that the results depend on: the rules, the tests, their manifests and
/// vocabularies, and the program. A file that is missing or damaged is as if nothing had been kept.
/// </remarks>
internal sealed class MutationCache(Surroundings surroundings)
{
    private static readonly string Program = typeof(MutantJudge).Module.ModuleVersionId.ToString("N");

    /// <summary>What became of the mutants of a test file's rule sets; null where it isn't known.</summary>
    public MutationResult? Find(TestFile file, AuthoredTests tests)
    {
        var path = PathOf(file, tests);
        return path is not null && File.Exists(path) && MutationJson.Read(File.ReadAllBytes(path)) is [var kept] ? kept : null;
    }

    /// <summary>Keeps a result; where the folder can't be written nothing is kept.</summary>
    public void Keep(TestFile file, AuthoredTests tests, MutationResult result)
    {
        if (PathOf(file, tests) is not { } path)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
            new OutputTarget("json", path).Write(surroundings, stream => MutationJson.Write([result], stream));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CommandException)
        {
            surroundings.Error.WriteLine($"policycheck: what was found can't be kept for the next run: {problem.Message}");
        }
    }

    private string? PathOf(TestFile file, AuthoredTests tests)
    {
        if (surroundings.CacheFolder is not { } folder)
        {
            return null;
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Program}\n{tests.Keys()[file.Path]}")));
        return Path.Combine(folder, "policycheck", "mutants", $"{key}.json");
    }
}
