namespace PolicyCheck.Reports;

/// <summary>A format in which a report can be written.</summary>
/// <param name="Name">The name that <c>--output</c> takes.</param>
/// <param name="Purpose">Who reads it, as a phrase.</param>
/// <param name="Write">Writes a report as UTF-8; the same report gives the same bytes.</param>
public sealed record ReportFormat(string Name, string Purpose, Action<Report, Stream> Write);
