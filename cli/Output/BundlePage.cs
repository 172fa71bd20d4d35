using PolicyCheck.Bundles;
using PolicyCheck.Reports;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Output;

/// <summary>What a bundle holds, for people or for programs.</summary>
internal static class BundlePage
{
    private const int LabelWidth = 9;

    /// <summary>A bundle's name with its revision.</summary>
    public static string Title(Bundle bundle) => bundle.Revision is { } revision ? $"{bundle.Name}, revision {revision}" : bundle.Name;

    /// <summary>Writes it in a format.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="target">The format.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(Bundle bundle, OutputTarget target, Surroundings surroundings, Stream stream)
    {
        if (target.Format == "json")
        {
            BundleReport.Write(bundle, stream);
            return;
        }

        var page = target.NewPage(surroundings);
        page.Line(0, TextPage.Styled(Title(bundle), "bold"));
        page.Row(2, LabelWidth, TextPage.Styled("Signed", "dim"), TextPage.Styled(bundle.SignedBy is { } key ? $"it says by {key}; `policycheck bundle verify` finds out" : "no"));
        page.Row(2, LabelWidth, TextPage.Styled("Rule sets", "dim"), TextPage.Styled($"{bundle.Files.Count(file => file.IsRuleSet)}"));
        page.Row(2, LabelWidth, TextPage.Styled("Files", "dim"), TextPage.Styled($"{bundle.Files.Length}"));
        foreach (var file in bundle.Files)
        {
            page.Gap();
            page.Line(2, TextPage.Styled(file.Path));
            page.Line(4, TextPage.Styled($"{file.Content.Length} bytes, {ContentDigest.Of(file.Content.Span)}", "dim"));
        }

        page.WriteTo(stream);
    }
}
