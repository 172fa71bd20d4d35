using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>Turns the document of a test file into cases.</summary>
internal sealed class TestFileBinder(PolicyFile file, RuleLibrary library, Func<string, PolicyFile?> open, ReadingLimits? limits, DiagnosticBag diagnostics)
{
    internal static ImmutableArray<string> Keys { get; } = [MappingBinder.SchemaKey, "tests", "description", "asOf", "manifests", "cases", "accepted"];
    internal static ImmutableArray<string> AcceptedKeys { get; } = ["mutant", "reason"];

    public TestFile Bind(MappingNode document)
    {
        var binder = new MappingBinder(document, "a test file", Keys, diagnostics, emptyAllowed: false);
        var sets = RuleSets(binder.Require("tests", file.Stem));
        var facts = new CaseFactsBinder(library.Vocabulary, FactsRead.By(TestLibrary.Around(library, sets)), diagnostics);
        var manifests = new BaseManifests(binder.Mapping("manifests"), facts, library.Vocabulary, open, limits, diagnostics);
        var cases = new CaseBinder(sets, library, facts, manifests, binder.Date("asOf"), diagnostics);
        if (binder.Node("cases") is null or SequenceNode { Items.IsEmpty: true })
        {
            diagnostics.Error(TestCodes.NoCase, binder.Location, "this file holds no case", "add one under `cases`: a name, a manifest, a day, and what is expected");
        }

        ImmutableArray<TestCase> bound = [.. binder.Items("cases").SelectMany(cases.Bind)];
        foreach (var twice in bound.GroupBy(one => one.Name, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            diagnostics.Error(BindingCodes.DuplicateName, twice.Location, $"there is another case `{twice.Name}`", "give each case a name of its own");
        }

        manifests.ReportUnused();
        return new(file, sets, bound, [.. binder.Items("accepted").Select(Accepted).OfType<AcceptedMutant>()], manifests.Files, diagnostics.ToImmutable());
    }

    private ImmutableArray<RuleSet> RuleSets(Node? node)
    {
        ImmutableArray<Node> named = node switch { null => [], SequenceNode list => list.Items, _ => [node] };
        var sets = ImmutableArray.CreateBuilder<RuleSet>();
        foreach (var name in named)
        {
            if (name is not ScalarNode scalar)
            {
                diagnostics.Error(BindingCodes.WrongShape, name.Location, "a rule set is named by its id", "write the `ruleSet` of the file under test");
            }
            else if (library.Find(scalar.Value) is { } set)
            {
                sets.Add(set);
            }
            else
            {
                diagnostics.Error(
                    TestCodes.UnknownRuleSet,
                    scalar.Location,
                    $"there is no rule set `{scalar.Value}`",
                    Spelling.DidYouMean(scalar.Value, library.RuleSets.Select(known => known.Id), "name one by its `ruleSet`; its file must lie in a folder that is tested"));
            }
        }

        return sets.ToImmutable();
    }

    private AcceptedMutant? Accepted(Node node)
    {
        if (node is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, "an accepted mutant is a mapping", "write `- mutant: 3fa2c1` and `reason: ...` below it");
            return null;
        }

        var binder = new MappingBinder(mapping, "an accepted mutant", AcceptedKeys, diagnostics, emptyAllowed: false);
        var (id, reason) = (binder.RequireScalar("mutant", "3fa2c1"), binder.RequireScalar("reason", "the text doesn't say which of both is meant"));
        return id is null || reason is null ? null : new(id.Value, reason.Value, id.Location);
    }
}
