using System.Text;
using PolicyCheck.Loading;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Loading;

public sealed class Index_of_the_rules
{
    private static readonly RuleLibrary All = RuleLibraryLoader.Load(BuiltInRules.Files);

    [Fact]
    public void The_index_that_ships_is_that_of_the_rules_that_ship()
    {
        using var stream = new MemoryStream();
        RuleIndex.Of(All).Write(stream);
        Golden.Verify("rules/index.json", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(All.RuleSets.Select(set => (set.Id, set.Rules.Length)), BuiltInRules.Index.Entries.Select(entry => (entry.Id, entry.Rules)));
    }

    [Theory]
    [InlineData("US-OR/portland", "2021-06-01")]
    [InlineData("BR-SP/sao-paulo", "2026-01-01")]
    [InlineData("DE-BE", "2026-09-01")]
    [InlineData("US/springfield", "2020-06-10")]
    public void Every_rule_set_that_binds_there_and_then_is_chosen(string place, string day)
    {
        var (stated, asOf) = (new Place(place), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        var chosen = BuiltInRules.Index.Select([stated], asOf, asOf.AddDays(1));
        var binding = All.RuleSets.Where(set => set.IsInForce(asOf) && (!set.Reaches.IsEmpty || set.Jurisdictions.SelectMany(scope => All.Vocabulary.PlacesOf(scope, asOf)).Any(scope => scope.IsWorld || stated.IsIn(scope) != Truth.False))).Select(set => set.Id).ToList();
        Assert.NotEmpty(binding);
        Assert.Empty(binding.Except(chosen));
        Assert.True(chosen.Count < All.RuleSets.Length * 3 / 4);
    }

    [Fact]
    public void What_is_read_by_the_index_says_what_it_says_beside_all_others()
    {
        var chosen = BuiltInRules.Index.Select([new("US-TX")], new(2026, 3, 1), new(2026, 3, 2));
        var some = RuleLibraryLoader.LoadVerified(BuiltInRules.Some(chosen));
        Assert.Empty(some.Diagnostics);
        Assert.Equal(chosen.Order(StringComparer.Ordinal), some.RuleSets.Select(set => set.Id));
        Assert.All(some.RuleSets, set => Assert.Equal(All.Find(set.Id)?.Digest, set.Digest));
        Assert.All(some.RuleSets.SelectMany(set => set.Rules).SelectMany(rule => rule.Overrides), reference => Assert.NotNull(some.Find(reference.RuleSetId)));
    }
}
