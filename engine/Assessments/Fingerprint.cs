using System.Text;
using PolicyCheck.Text;

namespace PolicyCheck.Assessments;

/// <summary>Names a finding so that it is found again in another run: by rule, file, deployment and use, whatever line it stands on and whatever its outcome.</summary>
public static class Fingerprint
{
    /// <summary>The fingerprint of a finding, as <c>sha256:</c> and lower-case hexadecimal digits.</summary>
    /// <param name="assessment">The assessment it belongs to.</param>
    /// <param name="use">The use it is about.</param>
    /// <param name="finding">The finding.</param>
    public static string Of(Assessment assessment, UseAssessment use, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(use);
        ArgumentNullException.ThrowIfNull(finding);

        return Of(assessment.Manifest.Path, assessment.Manifest.Id, use.Use.Id, finding.Rule.QualifiedId);
    }

    /// <summary>The fingerprint of what is named so.</summary>
    /// <param name="path">The manifest's file.</param>
    /// <param name="deployment">The manifest's identifier.</param>
    /// <param name="use">The use's identifier.</param>
    /// <param name="rule">The rule, as rule set, slash, rule.</param>
    public static string Of(string path, string deployment, string use, string rule) =>

        // No part can hold a NUL: paths can't, and identifiers are kebab-case.
        ContentDigest.Of(Encoding.UTF8.GetBytes(string.Join('\0', rule, path, deployment, use)));
}
