using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>Reads what a case expects of rules, and of all of them together.</summary>
internal sealed class ExpectationBinder(ImmutableArray<RuleSet> tested, RuleLibrary library, DiagnosticBag diagnostics)
{
    internal const string VerdictKey = "verdict";

    internal static ImmutableArray<string> Keys { get; } = ["outcome", "by", "missing"];

    internal static ImmutableArray<string> Outcomes { get; } =
        [.. new[] { RuleOutcome.Pass, RuleOutcome.Fail, RuleOutcome.NotApplicable, RuleOutcome.Indeterminate }.Select(Words.Of)];

    internal static ImmutableArray<string> VerdictWords { get; } = [.. Enum.GetValues<Verdict>().Select(Words.Of)];

    public Expected Bind(MappingNode mapping) => mapping.Entries.Aggregate(Expected.Nothing, (sum, entry) => sum.And(Bind(entry)));

    private Expected Bind(MappingEntry entry)
    {
        var (key, node) = entry;
        if (key.Value == VerdictKey)
        {
            var binder = new MappingBinder(new(node.Location, [entry]), "what is expected", [VerdictKey], diagnostics, emptyAllowed: false);
            return binder.OptionalWord(VerdictKey, VerdictWords) is { } verdict ? new([], new(Words.Parse<Verdict>(verdict), key.Location)) : Expected.Refused;
        }

        return FindRule(key) is { } rule && Expectation(rule, key, node) is { } expectation ? new([expectation], null) : Expected.Refused;
    }

    private Rule? FindRule(ScalarNode name)
    {
        var found = tested.SelectMany(set => set.Rules).Where(rule => rule.Id == name.Value || rule.QualifiedId == name.Value).ToList();
        if (found is [var only])
        {
            return only;
        }

        if (!tested.IsEmpty)
        {
            diagnostics.Error(
                TestCodes.UnknownRule,
                name.Location,
                found.Count == 0 ? $"there is no rule `{name.Value}` in {string.Join(" or ", tested.Select(set => set.Id))}" : $"several rule sets under test have a rule `{name.Value}`",
                found.Count == 0
                    ? Spelling.DidYouMean(name.Value, tested.SelectMany(set => set.Rules).Select(rule => rule.Id), "name a rule of the rule set under test, or `verdict`")
                    : $"write one of {string.Join(", ", found.Select(rule => rule.QualifiedId))}");
        }

        return null;
    }

    private Expectation? Expectation(Rule rule, ScalarNode key, Node node)
    {
        switch (node)
        {
            case ScalarNode { Value: var text } scalar:
                const string by = " by ";
                var cut = text.IndexOf(by, StringComparison.Ordinal);
                return Expectation(rule, key, cut < 0 ? scalar : scalar with { Value = text[..cut] }, cut < 0 ? null : scalar with { Value = text[(cut + by.Length)..].Trim() }, null);
            case MappingNode mapping:
                var binder = new MappingBinder(mapping, "what is expected of a rule", Keys, diagnostics, emptyAllowed: false);
                return binder.RequireScalar("outcome", "fail") is { } outcome
                    ? Expectation(rule, key, outcome, binder.Scalar("by"), binder.Has("missing") ? binder.Items("missing") : null)
                    : null;
            default:
                diagnostics.Error(TestCodes.BadExpectation, node.Location, $"this doesn't say what is expected of `{rule.Id}`", "write an outcome, such as `fail` or `pass by victim-search`");
                return null;
        }
    }

    private Expectation? Expectation(Rule rule, ScalarNode key, ScalarNode outcome, ScalarNode? by, ImmutableArray<Node>? missing)
    {
        if (!Outcomes.Contains(outcome.Value))
        {
            diagnostics.Error(
                TestCodes.BadExpectation,
                outcome.Location,
                $"`{outcome.Value}` is not an outcome that can be expected",
                Spelling.DidYouMean(outcome.Value, Outcomes, $"use one of {string.Join(", ", Outcomes)}"));
            return null;
        }

        var expected = Words.Parse<RuleOutcome>(outcome.Value);
        if (by is not null && !IsRelief(rule, expected, by))
        {
            return null;
        }

        ImmutableArray<string>? names = missing is { } listed ? [.. listed.Select(Missing).OfType<string>()] : null;
        if (names is not null && expected != RuleOutcome.Indeterminate)
        {
            diagnostics.Error(TestCodes.BadExpectation, key.Location, $"`missing` goes with `indeterminate`, not with `{outcome.Value}`", "remove it: a rule that is decided misses nothing");
            return null;
        }

        return new(rule, expected, by?.Value, names, key.Location);
    }

    private bool IsRelief(Rule rule, RuleOutcome outcome, ScalarNode by)
    {
        if (outcome != RuleOutcome.Pass)
        {
            diagnostics.Error(TestCodes.BadExpectation, by.Location, $"only a pass is by an exception, and `{Words.Of(outcome)}` isn't one", "write `pass by`, or leave the exception out");
            return false;
        }

        List<string> names =
        [
            .. rule.Exceptions.Select(exception => exception.Id),
            .. library.RuleSets.SelectMany(set => set.Rules).Where(other => other.Overrides.Any(reference => $"{reference.RuleSetId}/{reference.RuleId}" == rule.QualifiedId)).Select(other => other.QualifiedId),
        ];
        if (names.Contains(by.Value))
        {
            return true;
        }

        diagnostics.Error(
            TestCodes.UnknownException,
            by.Location,
            $"`{rule.Id}` has no exception `{by.Value}`",
            Spelling.DidYouMean(by.Value, names, names.Count == 0 ? "it has none at all: write `pass`" : $"use one of {string.Join(", ", names)}"));
        return false;
    }

    private string? Missing(Node node)
    {
        if (node is ScalarNode { Value: var name } && (name.StartsWith('$') || library.Vocabulary.Find(name) is not null))
        {
            return name;
        }

        diagnostics.Error(
            FactsCodes.UnknownFact,
            node.Location,
            node is ScalarNode scalar ? $"`{scalar.Value}` is not a fact of the vocabulary" : "a missing fact is named by its path",
            node is ScalarNode { Value: var text } ? Spelling.DidYouMean(text, library.Vocabulary.Facts.Select(fact => fact.Path), "write the fact's path, or a parameter's name after `$`") : "write the fact's path");
        return null;
    }
}
