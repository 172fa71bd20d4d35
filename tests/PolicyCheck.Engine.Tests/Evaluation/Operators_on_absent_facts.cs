using PolicyCheck.Values;

namespace PolicyCheck.Tests.Evaluation;

public sealed class Operators_on_absent_facts
{
    [Theory]
    [InlineData("{police: true}")]
    [InlineData("{police: {is: false}}")]
    [InlineData("{police: {isNot: true}}")]
    [InlineData("{vendor: Amazon}")]
    [InlineData("{vendor: [Amazon, IBM]}")]
    [InlineData("{vendor: {isNot: Amazon}}")]
    [InlineData("{vendor: {in: [Amazon]}}")]
    [InlineData("{vendor: {notIn: [Amazon]}}")]
    [InlineData("{vendor: {matches: '.*'}}")]
    [InlineData("{sector: {notIn: [retail]}}")]
    [InlineData("{sector: {notIn: [retail, transport, police]}}")]
    [InlineData("{roles: employer}")]
    [InlineData("{roles: {includesAny: [employer]}}")]
    [InlineData("{roles: {includesAll: [employer]}}")]
    [InlineData("{roles: {only: [employer]}}")]
    [InlineData("{roles: {only: [employer, landlord, retailer]}}")]
    [InlineData("{cameras: {isNot: 3}}")]
    [InlineData("{cameras: {atLeast: 0}}")]
    [InlineData("{cameras: {moreThan: 0}}")]
    [InlineData("{threshold: {atMost: 100 %}}")]
    [InlineData("{price: {lessThan: 5}}")]
    [InlineData("{retention: {atMost: 30 days}}")]
    [InlineData("{retention: {isNot: 30 days}}")]
    [InlineData("{notice: {atLeast: 0 working days}}")]
    [InlineData("{tested: {before: 2020-01-01}}")]
    [InlineData("{tested: {onOrAfter: 2020-01-01}}")]
    [InlineData("{tested: {within: 12 months}}")]
    [InlineData("{tested: {isNot: 2020-01-01}}")]
    [InlineData("{places: {within: EU}}")]
    [InlineData("{places: {only: EU}}")]
    [InlineData("{site: {within: [US, world]}}")]
    [InlineData("{results: {each: {rate: {atMost: 1}}}}")]
    [InlineData("{results: {some: {rate: {atMost: 1}}}}")]
    [InlineData("{results: {count: {atLeast: 0}}}")]
    [InlineData("{results: {ratio: {atLeast: 1}}}")]
    [InlineData("{none: [{police: true}]}")]
    [InlineData("{none: [{police: true}, {consent: true}]}")]
    [InlineData("{not: {police: true}}")]
    [InlineData("{any: [{police: true}, {police: false}]}")]
    [InlineData("{all: [{police: true}, {consent: false}]}")]
    public void A_condition_on_facts_that_nobody_stated_is_unknown(string condition) =>
        Assert.Equal(Truth.Unknown, Example.Truth(condition, ""));

    [Theory]
    [InlineData("police: true", "{police: {isNot: true}}", Truth.False)]
    [InlineData("police: false", "{police: {isNot: true}}", Truth.True)]
    [InlineData("vendor: NEC", "{vendor: {notIn: [Amazon, IBM]}}", Truth.True)]
    [InlineData("vendor: IBM", "{vendor: {notIn: [Amazon, IBM]}}", Truth.False)]
    [InlineData("vendor: amazon", "{vendor: Amazon}", Truth.False)]
    [InlineData("sector: retail", "{sector: [transport, retail]}", Truth.True)]
    [InlineData("roles: [employer, landlord]", "{roles: [retailer, landlord]}", Truth.True)]
    [InlineData("roles: [employer, landlord]", "{roles: {includesAll: [retailer, landlord]}}", Truth.False)]
    [InlineData("roles: [employer]", "{roles: {only: [employer, landlord]}}", Truth.True)]
    [InlineData("roles: [employer, retailer]", "{roles: {only: [employer, landlord]}}", Truth.False)]
    [InlineData("roles: []", "{roles: {only: [employer]}}", Truth.True)]
    [InlineData("roles: []", "{roles: {includes: employer}}", Truth.False)]
    [InlineData("cameras: 3", "{cameras: {atLeast: 3, atMost: 3}}", Truth.True)]
    [InlineData("cameras: 3", "{cameras: {moreThan: 3}}", Truth.False)]
    [InlineData("cameras: 3", "{cameras: {lessThan: 3}}", Truth.False)]
    [InlineData("cameras: 2", "{cameras: {lessThan: 3}}", Truth.True)]
    [InlineData("retention: 29 days", "{retention: {lessThan: 30 days}}", Truth.True)]
    [InlineData("notice: 3 working days", "{notice: {lessThan: 2 working days}}", Truth.False)]
    [InlineData("results: [{rate: 1 %}]", "{results: {highestRate: {lessThan: 2 %}}}", Truth.True)]
    [InlineData("tested: 2020-01-01", "{tested: {before: 2020-01-01}}", Truth.False)]
    [InlineData("tested: 2020-01-01", "{tested: {onOrAfter: 2020-01-01}}", Truth.True)]
    [InlineData("tested: 2020-01-01", "{tested: [2019-01-01, 2020-01-01]}", Truth.True)]
    public void Every_operator_answers_when_the_fact_is_stated(string facts, string condition, Truth truth) =>
        Assert.Equal(truth, Example.Truth(condition, facts));

    [Fact]
    public void Only_known_answers_about_an_absent_fact()
    {
        Assert.Equal(Truth.False, Example.Truth("{police: {known: true}}", ""));
        Assert.Equal(Truth.True, Example.Truth("{police: {known: false}}", ""));
        Assert.Equal(Truth.True, Example.Truth("{police: {known: true}}", "police: false"));
        Assert.Equal(Truth.True, Example.Truth("{results: {known: true}}", "results: []"));
    }

    [Fact]
    public void A_fact_without_a_value_is_as_absent_as_one_that_is_left_out()
    {
        Assert.Equal(Truth.Unknown, Example.Truth("{police: true}", "police: null"));
        Assert.Equal(Truth.Unknown, Example.Truth("{police: {isNot: true}}", "police: ~"));
        Assert.Equal(Truth.Unknown, Example.Truth("{vendor: {notIn: [Amazon]}}", "vendor:"));
        Assert.Equal(Truth.True, Example.Truth("{vendor: {known: false}}", "vendor:"));
    }

    [Fact]
    public void A_missing_section_is_as_unknown_as_a_missing_leaf_in_it()
    {
        foreach (var facts in new[] { "uses: [{id: only}]", "uses: [{id: only, live: null}]", "uses: [{id: only, purpose: [search]}]" })
        {
            Assert.Equal(Truth.Unknown, Example.Truth("{use.live: {isNot: true}}", facts));
        }
    }

    [Fact]
    public void A_quoted_null_is_a_text() =>
        Assert.Equal(Truth.True, Example.Truth("{vendor: {isNot: Amazon}}", "vendor: 'null'"));
}
