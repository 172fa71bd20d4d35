using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>Reads cases, each row of a table being one.</summary>
internal sealed class CaseBinder(
    ImmutableArray<RuleSet> tested,
    RuleLibrary library,
    CaseFactsBinder facts,
    BaseManifests manifests,
    DateOnly? day,
    DiagnosticBag diagnostics)
{
    internal static ImmutableArray<string> Keys { get; } = ["name", "manifest", "use", "change", "asOf", "expect", "columns", "rows"];

    private readonly ExpectationBinder _expectations = new(tested, library, diagnostics);

    public IEnumerable<TestCase> Bind(Node node)
    {
        if (node is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, "a case is a mapping", "begin with `- name: what it shows`");
            return [];
        }

        var binder = new MappingBinder(mapping, "a case", Keys, diagnostics, emptyAllowed: false);
        var name = binder.RequireScalar("name", "the police may not use it");
        var start = binder.Require("manifest", "{deployer.sector: law-enforcement}") is { } written ? manifests.Find(written) : null;
        var use = start is null ? null : Use(start, binder);
        var changes = binder.Mapping("change") is { } change ? facts.Bind(change) : CaseFacts.None;
        var own = binder.Date("asOf") ?? day;
        var expected = binder.Mapping("expect") is { } expect ? _expectations.Bind(expect) : Expected.Nothing;
        if (name is null || start is null || use is null)
        {
            return [];
        }

        var draft = new CaseDraft(name.Value, name.Location, use.Id, new CaseFacts([.. start.Facts, .. use.Facts], []).With(changes), own, expected);
        var table = binder.Has("columns") || binder.Has("rows");
        return (table ? new TableBinder(facts, _expectations, library.Vocabulary, diagnostics).Bind(binder, draft) : [draft]).Select(Finish).OfType<TestCase>();
    }

    private TestCase? Finish(CaseDraft draft)
    {
        if (draft.AsOf is null)
        {
            diagnostics.Error(TestCodes.NoDay, draft.Location, $"the case `{draft.Name}` has no day", "add `asOf: 2020-06-10` to it, or to the file for all its cases");
        }

        if (draft.Expected is { IsEmpty: true, IsRefused: false })
        {
            diagnostics.Error(TestCodes.NoExpectation, draft.Location, $"the case `{draft.Name}` expects nothing", "add under `expect` a rule and its outcome");
        }

        return draft.AsOf is not { } asOf || draft.Expected.IsEmpty
            ? null
            : new(draft.Name, draft.Facts.ToManifest(draft.Name, draft.Use, draft.Location), asOf, draft.Expected.Rules, draft.Expected.Verdict, draft.Location);
    }

    private Use? Use(Manifest manifest, MappingBinder binder)
    {
        var chosen = binder.Scalar("use");
        if (chosen is null && manifest.Uses is [var only])
        {
            return only;
        }

        if (chosen is not null && manifest.Uses.FirstOrDefault(use => use.Id == chosen.Value) is { } found)
        {
            return found;
        }

        diagnostics.Error(
            TestCodes.UnknownUse,
            chosen?.Location ?? binder.Location,
            chosen is null ? "this case doesn't say which use of the manifest is meant" : $"the manifest has no use `{chosen.Value}`",
            $"write `use:` and one of {string.Join(", ", manifest.Uses.Select(use => use.Id))}");
        return null;
    }
}

/// <summary>A case while it is being read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it is written.</param>
/// <param name="Use">The identifier of its use.</param>
/// <param name="Facts">Its facts.</param>
/// <param name="AsOf">Its day, or null where none is given yet.</param>
/// <param name="Expected">What it expects so far.</param>
internal sealed record CaseDraft(string Name, Location Location, string Use, CaseFacts Facts, DateOnly? AsOf, Expected Expected);

/// <summary>What a case expects.</summary>
/// <param name="Rules">Of rules.</param>
/// <param name="Verdict">Of the rule sets together, or null.</param>
/// <param name="IsRefused">Whether something was written that couldn't be read.</param>
internal sealed record Expected(ImmutableArray<Expectation> Rules, ExpectedVerdict? Verdict, bool IsRefused = false)
{
    /// <summary>Nothing at all.</summary>
    public static Expected Nothing { get; } = new([], null);

    /// <summary>What was written and reported.</summary>
    public static Expected Refused { get; } = new([], null, IsRefused: true);

    /// <summary>Whether it is nothing.</summary>
    public bool IsEmpty => Rules.IsEmpty && Verdict is null;

    /// <summary>This and more.</summary>
    /// <param name="other">What else is expected; its verdict counts where both have one.</param>
    public Expected And(Expected other) => new([.. Rules, .. other.Rules], other.Verdict ?? Verdict, IsRefused || other.IsRefused);
}
