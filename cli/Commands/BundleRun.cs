using System.Collections.Immutable;
using PolicyCheck.Bundles;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Loading;
using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Commands;

/// <summary>Builds, signs, verifies and shows bundles.</summary>
internal static class BundleRun
{
    /// <summary>Builds a bundle.</summary>
    /// <param name="folders">The folders of rules.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="given">What the bundle is called and which state it holds, where that was said.</param>
    /// <param name="key">The file of the key to sign it with, or null.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static void Build(IReadOnlyList<string> folders, string output, (string? Name, string? Revision) given, string? key, Surroundings surroundings)
    {
        var signing = key is null ? null : KeyFiles.Signing(key, surroundings);
        var files = BundleFiles.Collect(folders, surroundings);
        RuleFiles.Load(RuleOrigin.BuiltIn with { Paths = folders }, ReadingLimits.Default, surroundings);
        var bundle = Bundle.Of(given.Name ?? Path.GetFileNameWithoutExtension(output), given.Revision, files);
        WholeFile.Write(output, (signing is null ? bundle : bundle.Sign(signing)).ToArchive(), surroundings);
    }

    /// <summary>Signs a bundle.</summary>
    /// <param name="path">The file, which is rewritten.</param>
    /// <param name="key">The file of the key.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static void Sign(string path, string key, Surroundings surroundings)
    {
        var signing = KeyFiles.Signing(key, surroundings);
        WholeFile.Write(path, BundleFiles.Read(path, null, surroundings).Sign(signing).ToArchive(), surroundings);
    }

    /// <summary>Verifies a bundle or the built-in rules, and says so.</summary>
    /// <param name="path">The bundle, or null for the built-in rules.</param>
    /// <param name="key">The file of the public key.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static void Verify(string? path, string key, Surroundings surroundings)
    {
        var page = new TextPage(surroundings.Colours, surroundings.Width);
        if (path is null)
        {
            var (files, mappings) = (BuiltInRules.Files, BuiltInRules.Mappings);
            page.Line(0, $"{TextPage.Styled("✓ verified", "green")}  {TextPage.Styled($"the built-in rules: {files.Count(file => file.IsRuleSet)} rule sets and {files.Length + mappings.Length} files are those that the program was made with")}");
        }
        else
        {
            var verification = KeyFiles.Verification(key, surroundings);
            var bundle = BundleFiles.Read(path, verification, surroundings);
            page.Line(0, $"{TextPage.Styled("✓ verified", "green")}  {TextPage.Styled($"{BundlePage.Title(bundle)}: {bundle.Files.Count(file => file.IsRuleSet)} rule sets and {bundle.Files.Length} files, signed by {verification.Id}")}");
        }

        page.WriteTo(surroundings.Output);
    }

    /// <summary>Shows what a bundle holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="targets">The formats and where they go.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static void Inspect(string path, ImmutableArray<OutputTarget> targets, Surroundings surroundings)
    {
        var bundle = BundleFiles.Read(path, null, surroundings);
        foreach (var target in targets)
        {
            target.Write(surroundings, stream => BundlePage.Write(bundle, target, surroundings, stream));
        }
    }
}
