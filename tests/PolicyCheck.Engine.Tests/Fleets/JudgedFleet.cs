using System.Buffers;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Fleets;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Fleets;

/// <summary>Documents judged one after the other: the lines, and what they come to.</summary>
internal sealed class JudgedFleet
{
    private readonly FleetJudge _judge;
    private readonly ArrayBufferWriter<byte> _lines = new();

    public JudgedFleet(RuleLibrary library, FleetSettings settings, WaiverRegister? register = null) => _judge = new(library, new Assessor(library), settings, register);

    public FleetTally Tally { get; } = new();

    public IReadOnlyList<string> Lines => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public string Text => Encoding.UTF8.GetString(_lines.WrittenSpan);

    public JudgedFleet Judge(params IEnumerable<FleetDocument> documents)
    {
        foreach (var document in documents)
        {
            _judge.Judge(document, _lines, Tally);
        }

        return this;
    }

    public static FleetDocument File(string path, string text) => new(path, null, Encoding.UTF8.GetBytes(text));

    public static FleetDocument Line(long number, string text) => new("fleet.ndjson", number, Encoding.UTF8.GetBytes(text));

    /// <summary>A summary as a text, since lists in it are compared by reference.</summary>
    public static string Said(FleetSummary summary) =>
        $"{string.Join(' ', summary.Verdicts)}; {summary.Refused}; {string.Join(' ', summary.ExitCodes)}\n"
        + string.Concat(summary.Rules.Select(rule => $"{rule}\n"))
        + string.Concat(summary.Places.Select(place => $"{place.Place}: {string.Join(' ', place.Verdicts)}\n"));
}
