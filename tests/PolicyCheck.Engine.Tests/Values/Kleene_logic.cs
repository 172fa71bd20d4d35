using PolicyCheck.Values;
using static PolicyCheck.Values.Truth;

namespace PolicyCheck.Tests.Values;

public sealed class Kleene_logic
{
    [Theory]
    [InlineData(True, True, True, True)]
    [InlineData(True, Unknown, Unknown, True)]
    [InlineData(True, False, False, True)]
    [InlineData(Unknown, True, Unknown, True)]
    [InlineData(Unknown, Unknown, Unknown, Unknown)]
    [InlineData(Unknown, False, False, Unknown)]
    [InlineData(False, True, False, True)]
    [InlineData(False, Unknown, False, Unknown)]
    [InlineData(False, False, False, False)]
    public void Conjunction_and_disjunction_follow_the_tables_of_1938(Truth left, Truth right, Truth both, Truth either)
    {
        Assert.Equal(both, Kleene.And(left, right));
        Assert.Equal(either, Kleene.Or(left, right));
    }

    [Theory]
    [InlineData(True, False)]
    [InlineData(Unknown, Unknown)]
    [InlineData(False, True)]
    public void Negation_leaves_unknown_unknown(Truth truth, Truth negated) => Assert.Equal(negated, Kleene.Not(truth));

    [Theory]
    [InlineData("{all: [{police: true}, {consent: true}]}", "police: false", False)]
    [InlineData("{all: [{police: true}, {consent: true}]}", "police: true", Unknown)]
    [InlineData("{any: [{police: true}, {consent: true}]}", "police: true", True)]
    [InlineData("{any: [{police: true}, {consent: true}]}", "police: false", Unknown)]
    [InlineData("{none: [{police: true}, {consent: true}]}", "police: true", False)]
    [InlineData("{none: [{police: true}, {consent: true}]}", "police: false", Unknown)]
    [InlineData("{not: {all: [{police: true}, {consent: true}]}}", "police: false", True)]
    public void A_decided_part_decides_the_whole_where_it_can(string condition, string facts, Truth truth) =>
        Assert.Equal(truth, Example.Truth(condition, facts));
}
