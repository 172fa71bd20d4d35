using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Waivers;

/// <summary>All waivers of a run, checked against the rules that they waive and against each other.</summary>
/// <param name="Entries">The waivers, in the order of their first days and then in ordinal order of their identifiers.</param>
/// <param name="Diagnostics">Every problem with the files; a register with an error must not be applied.</param>
public sealed record WaiverRegister(ImmutableArray<WaiverEntry> Entries, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>A register without waivers.</summary>
    public static WaiverRegister Empty { get; } = new([], []);

    /// <summary>Whether something was wrong with a file.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error);

    /// <summary>Joins the waivers of several files.</summary>
    /// <param name="files">The files, in any order.</param>
    /// <param name="library">The library that they were read with.</param>
    public static WaiverRegister Of(IEnumerable<WaiverFile> files, RuleLibrary library)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(library);
        var all = files.ToList();
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(all.SelectMany(file => file.Diagnostics));
        var waivers = all.SelectMany(file => file.Waivers)
            .OrderBy(waiver => waiver.From)
            .ThenBy(waiver => waiver.Id, StringComparer.Ordinal)
            .ThenBy(waiver => waiver.Location.Path, StringComparer.Ordinal)
            .ThenBy(waiver => waiver.Location.Span.Start)
            .ToList();
        CheckNames(waivers, diagnostics);
        var rules = library.RuleSets.SelectMany(set => set.Rules.Select(rule => (Set: set, Rule: rule))).ToDictionary(pair => pair.Rule.QualifiedId, StringComparer.Ordinal);
        var validity = new WaiverValidity(waivers);
        return new([.. waivers.Select(waiver => validity.Examine(waiver, rules[waiver.Rule].Set, rules[waiver.Rule].Rule))], diagnostics.ToImmutable());
    }

    /// <summary>What can be told of the waivers on a day when nothing is known of the deployments.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<Diagnostic> Told(DateOnly day) =>
        DiagnosticBag.Sort(Entries.SelectMany(entry => entry.Voids.Concat(entry.Overlaps.Select(overlap => overlap.Diagnostic)).Concat(entry.OutOfTime(day, fails: false))));

    private static void CheckNames(List<Waiver> waivers, DiagnosticBag diagnostics)
    {
        var byId = waivers.OrderBy(waiver => waiver.Location.Path, StringComparer.Ordinal).ThenBy(waiver => waiver.Location.Span.Start).ToLookup(waiver => waiver.Id, StringComparer.Ordinal);
        foreach (var (first, twice) in byId.SelectMany(group => group.Skip(1).Select(twice => (group.First(), twice))))
        {
            var start = first.Location.Start;
            diagnostics.Error(WaiverCodes.DuplicateId, twice.Location, $"there is another waiver `{twice.Id}`, at {first.Location.Path}:{start.Line}:{start.Column}", "give each waiver an id of its own");
        }

        foreach (var waiver in waivers.Where(waiver => waiver.Renews is not null && !byId.Contains(waiver.Renews)))
        {
            diagnostics.Error(
                WaiverCodes.UnknownRenewed,
                waiver.At("renews"),
                $"there is no waiver `{waiver.Renews}`",
                Spelling.DidYouMean(waiver.Renews ?? "", byId.Select(group => group.Key), "name the waiver that this one prolongs by its id, and keep it in the file"));
        }
    }
}
