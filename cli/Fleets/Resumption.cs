using System.Buffers;
using PolicyCheck.Fleets;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Fleets;

/// <summary>Finds where an interrupted run goes on, having made sure that what stands was made of the same documents, rules and settings.</summary>
/// <param name="file">What the earlier run left.</param>
/// <param name="judge">What judges.</param>
internal sealed class Resumption(ResultFile file, DocumentJudge judge)
{
    private const int LongestLine = 1 << 30;

    /// <summary>What the lines that stay come to.</summary>
    public FleetTally Tally { get; } = new();

    /// <summary>How many documents' lines stay.</summary>
    public long Documents { get; private set; }

    /// <summary>Passes over the documents whose lines stand; of the last one they are written anew, since it may have been cut off between two of its lines.</summary>
    /// <param name="items">All documents.</param>
    /// <returns>The documents that are still to be judged.</returns>
    /// <exception cref="CommandException">What stands wasn't made of these documents, rules and settings.</exception>
    public IEnumerable<FleetItem?> Continue(IEnumerable<FleetItem?> items)
    {
        using var lines = Lines().GetEnumerator();
        var hasLine = lines.MoveNext();
        var isBegun = hasLine;
        using var rest = items.GetEnumerator();
        while (hasLine && rest.MoveNext())
        {
            if (rest.Current is not { } item)
            {
                continue;
            }

            var first = lines.Current;
            var own = new List<Standing>();
            while (hasLine && IsOf(lines.Current.Record, item))
            {
                own.Add(lines.Current);
                hasLine = lines.MoveNext();
            }

            if (own.Count == 0)
            {
                throw Other($"its line {first.Number} is about {Place(first.Record.Source, first.Record.Line)}, where {Place(item.File.Shown, item.Line)} comes next: name the documents as they were");
            }

            if (hasLine)
            {
                own.ForEach(line => Tally.Add(line.Record));
                Documents++;
                continue;
            }

            Verify(item, own);
            if (!file.IsComplete)
            {
                file.Continue(own[0].Start);
                yield return item;
                break;
            }

            own.ForEach(line => Tally.Add(line.Record));
            Documents++;
        }

        if (hasLine)
        {
            throw Other($"its line {lines.Current.Number} is about {Place(lines.Current.Record.Source, lines.Current.Record.Line)}, and there is no further document: name the documents as they were");
        }

        if (!isBegun && !file.IsComplete)
        {
            file.Continue(0);
        }

        while (rest.MoveNext())
        {
            yield return file.IsComplete && rest.Current is { } more
                ? throw Other($"it ends before {Place(more.File.Shown, more.Line)}: name the documents as they were")
                : rest.Current;
        }
    }

    private static bool IsOf(FleetRecord record, FleetItem item) => record.Source == item.File.Shown && (item.Line is null || record.Line == item.Line);

    private static string Place(string source, long? line) => line is null ? $"`{VisibleText.Of(source)}`" : $"`{VisibleText.Of(source)}:{line}`";

    private void Verify(FleetItem item, List<Standing> own)
    {
        var anew = new ArrayBufferWriter<byte>();
        judge.Judge(item, anew, new());
        var written = anew.WrittenSpan;
        var stands = own.SelectMany(line => (byte[])[.. line.Bytes, (byte)'\n']).ToArray();
        if (file.IsComplete ? written.SequenceEqual(stands) : written.StartsWith(stands))
        {
            return;
        }

        var (before, now) = (own[0].Record, FleetRecord.Read(anew.WrittenMemory[..(written.IndexOf((byte)'\n') + 1)]));
        var at = Place(item.File.Shown, before.Line);
        throw Other(
            now is null || before.AsOf != now.AsOf ? $"it was made as of {before.AsOf}: add `--as-of {before.AsOf}`"
            : before.Rules != now.Rules ? "it was made by other rules: use the rules that it was made by"
            : before.Settings != now.Settings ? $"it was made with {(before.Settings.Length == 0 ? "the default settings" : $"the settings `{VisibleText.Of(before.Settings)}`")}: use the same options, waivers and configuration"
            : before.Digest != now.Digest ? $"{at} was another document when it was judged: restore the documents as they were"
            : $"what it says of {at} isn't what is found now: another version of the program made it");
    }

    private CommandException Other(string why) => new(ExitCode.Usage, $"`{file.Shown}` is of another run, {why}; or remove the file to begin anew");

    private IEnumerable<Standing> Lines()
    {
        file.Stream.Position = 0;
        foreach (var line in new LineReader(file.Stream, LongestLine).Lines())
        {
            // What has no line break was cut off when the run was interrupted.
            if (line is not null && line.IsEnded)
            {
                yield return new(line.Number, line.Start, line.Content.ToArray(), FleetRecord.Read(line.Content) ?? throw Other($"its line {line.Number} isn't a line of results"));
            }
        }
    }

    private sealed record Standing(long Number, long Start, byte[] Bytes, FleetRecord Record);
}
