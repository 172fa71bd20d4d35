using System.Collections.Immutable;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Facts;
using PolicyCheck.Loading;
using PolicyCheck.Projects;
using PolicyCheck.Reading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Signing;
using PolicyCheck.Values;

namespace PolicyCheck.Cli.Commands;

/// <summary>
/// Reads only those built-in rules that can speak of the few deployments that are checked, where nothing that is written tells the difference:
/// most of what a check takes in a build is the reading of rules of other places.
/// </summary>
internal sealed class NearbyRules
{
    // More deployments are mostly in more places, and pay for the reading of all rules.
    private const int MostManifests = 8;

    private readonly DocumentCache _documents = new();
    private readonly CheckRequest _request;
    private readonly Task _vocabulary;

    private NearbyRules(CheckRequest request)
    {
        _request = request;
        _vocabulary = Task.Run(() => _documents.Read(BuiltInRules.Vocabulary));
    }

    /// <summary>Begins to read the vocabulary, which is needed wherever the deployments are, while the manifests are read that tell where; null where all rules are needed.</summary>
    /// <param name="files">The manifests.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="targets">The reports.</param>
    public static NearbyRules? Begin(ImmutableArray<FilePath> files, CheckRequest request, ImmutableArray<OutputTarget> targets) =>
        Suffice(files, request, targets) ? new(request) : null;

    /// <summary>The rules near the deployments, and those that weren't read; null where it can't be told where one of these is.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <exception cref="NotVerifiedException">A built-in file isn't the one that the program was made with.</exception>
    public (RuleLibrary Library, ImmutableArray<RuleIndexEntry> Unread)? Load(IEnumerable<ReadResult> manifests)
    {
        var places = manifests.SelectMany(manifest => manifest.Documents).Select(PlacesOf).ToList();
        if (places.Count == 0 || places.Contains(null))
        {
            return null;
        }

        // What is coming is told of a year, and of the day on which it ends.
        var asOf = _request.AsOf;
        var ids = BuiltInRules.Index.Select([.. places.SelectMany(some => some ?? []).Distinct()], asOf, asOf < DateOnly.MaxValue.AddYears(-2) ? asOf.AddYears(1).AddDays(2) : DateOnly.MaxValue);
        var unread = BuiltInRules.Index.Entries.Where(entry => !ids.Contains(entry.Id) && (_request.Options.IncludeProposals || !entry.IsProposal));
        _vocabulary.GetAwaiter().GetResult();
        return (RuleLibraryLoader.LoadVerified(BuiltInRules.Some(ids), _documents), [.. unread]);
    }

    /// <summary>Whether what was found would be the same with all rules: what a manifest says that wasn't understood may be a fact of another rule set, and a
    /// verdict that stands on stronger statements alone may not stand where the place isn't known so well.</summary>
    /// <param name="report">What was found.</param>
    public static bool Sufficed(Report report) => report.Diagnostics.IsEmpty && report.Assessments.All(assessment => assessment.Basis is null or Basis.Claimed);

    // The report is one that names no rule that doesn't apply, and the rules are the built-in ones as they are.
    private static bool Suffice(ImmutableArray<FilePath> files, CheckRequest request, ImmutableArray<OutputTarget> targets) =>
        files.Length <= MostManifests
        && targets.All(target => target.Format == Check.Text)
        && request is { Rules.Paths.Count: 0, OwnRules.Count: 0, Waivers.Count: 0, Baseline: null, WriteBaseline: null, Cure: false, OverPeriod: false, Verbose: false, Explain: not Explain.Full }
        && request.Project == Project.Empty
        && request.Options.MinBasis == Basis.Claimed;

    // A place is taken as it is written or not at all: whatever is unusual about it is for those who read all rules.
    private static ImmutableArray<Place>? PlacesOf(Node manifest)
    {
        var stated = (manifest as MappingNode)?["places"];
        var value = stated is MappingNode statement ? statement["value"] : stated;
        ImmutableArray<Node> items = value switch
        {
            SequenceNode sequence => sequence.Items,
            ScalarNode only => [only],
            _ => [],
        };
        return !items.IsEmpty && items.All(item => item is ScalarNode { Value: var text } && IsoPlaces.NameOf(text.Split('/')[0]) is not null)
            ? [.. items.Cast<ScalarNode>().Select(item => new Place(item.Value))]
            : null;
    }
}
