using PolicyCheck.Assessments;

namespace PolicyCheck.Reports.Sarif;

/// <summary>A finding, and the manifest and use it is about.</summary>
internal readonly record struct Occurrence(Assessment Assessment, UseAssessment Use, Finding Finding);
