using PolicyCheck.Text;

namespace PolicyCheck.Tests.Reading.Suite;

/// <summary>What the program makes of a case beside what the suite says of it.</summary>
internal sealed record SuiteResult(SuiteCase Case, SuiteKind Kind, string Code, string Place, string Detail)
{
    public static SuiteResult Of(SuiteCase one)
    {
        var read = Reads.Yaml(one.Yaml);
        var error = read.Diagnostics.FirstOrDefault(told => told.Level == DiagnosticLevel.Error);
        if (error is not null)
        {
            var start = error.Location.Start;
            return new(one, one.Fails ? SuiteKind.Agrees : SuiteKind.Refused, error.Code, $"{start.Line}:{start.Column}", error.Message);
        }

        if (one.Fails)
        {
            return new(one, SuiteKind.Accepted, "", "", string.Join(" | ", read.Documents.Select(Reads.Outline)));
        }

        var ours = read.Documents.Select(Reads.Outline).ToList();
        var theirs = SuiteEvents.Outlines(one.Events);
        return ours.SequenceEqual(theirs, StringComparer.Ordinal)
            ? new(one, SuiteKind.Agrees, "", "", "")
            : new(one, SuiteKind.Differs, "", "", $"{string.Join(" | ", ours)}\nshould be\n{string.Join(" | ", theirs)}");
    }
}

/// <summary>How the two stand to each other.</summary>
internal enum SuiteKind
{
    /// <summary>The same values, or no YAML for both.</summary>
    Agrees,

    /// <summary>YAML for the suite, refused by the program.</summary>
    Refused,

    /// <summary>No YAML for the suite, accepted by the program.</summary>
    Accepted,

    /// <summary>Other values than the suite's.</summary>
    Differs,
}
