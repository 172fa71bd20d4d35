using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>
/// A manifest and rules of any bytes: each report of them is well-formed and nothing in it is hidden. Where they can't be read, they are
/// told as problems, and are texts in a manifest and in rules that can.
/// </summary>
internal static class ReportsTarget
{
    private const string Separator = "\n%%\n";
    private static readonly DateOnly Day = new(2021, 6, 15);
    private static readonly PolicyFile Vocabulary = new("vocabulary.yaml", Encoding.UTF8.GetBytes(SmallWorld.Vocabulary));

    public static void Try(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var cut = text.IndexOf(Separator, StringComparison.Ordinal);
        var manifest = cut < 0 ? text : text[..cut];
        var library = cut < 0 ? null : Load(text[(cut + Separator.Length)..]);
        if (library is not { HasErrors: false })
        {
            library = Load(HostileTexts.Rules(text));
            BrokenException.Unless(!library.HasErrors, "the rules with texts put in can't be read: " + string.Join('\n', library.Diagnostics.Select(DiagnosticText.Render)));
        }

        var file = ManifestReader.Read(text.Length % 2 == 0 ? "a.manifest.yaml" : text[..Math.Min(text.Length, 40)], Encoding.UTF8.GetBytes(manifest), library.Vocabulary, SmallWorld.Limits);
        var hostile = ManifestReader.Read("b.manifest.yaml", Encoding.UTF8.GetBytes(HostileTexts.Manifest(text)), library.Vocabulary, SmallWorld.Limits);
        var assessor = new Assessor(library);
        var options = new AssessmentOptions(IncludeProposals: true);
        var report = new Report(
            Day,
            library.Vocabulary,
            assessor.Considered(options),
            [.. file.Manifests.Concat(hostile.Manifests).Select(one => assessor.Assess(one, Day, options))],
            [.. file.Diagnostics, .. hostile.Diagnostics])
        { Options = options };
        foreach (var format in ReportFormats.All)
        {
            using var stream = new MemoryStream();
            format.Write(report, stream);
            WellFormed.Check(format.Name, stream.ToArray());
        }
    }

    private static RuleLibrary Load(string rules) => RuleLibraryLoader.Load([Vocabulary, new("a.rules.yaml", Encoding.UTF8.GetBytes(rules))], SmallWorld.Limits);
}
