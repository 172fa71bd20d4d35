using System.Collections.Immutable;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.RuleSets;

/// <summary>The rules of one instrument.</summary>
/// <param name="Id">The identifier, in kebab-case.</param>
/// <param name="Title">What the instrument is called.</param>
/// <param name="Authority">Who issued it.</param>
/// <param name="Standing">What kind of text it is.</param>
/// <param name="Jurisdictions">Where it binds: places, groups of places, or the world.</param>
/// <param name="Summary">What it says, in one or two sentences.</param>
/// <param name="Sources">Where it was read.</param>
/// <param name="InForce">The days on which it applies.</param>
/// <param name="Unresolved">The days on which it is unsettled whether it binds.</param>
/// <param name="Parameters">Its dated numbers.</param>
/// <param name="Rules">The rules, in the order of the text.</param>
/// <param name="NotCovered">What it leaves out, in sentences.</param>
/// <param name="Digest">The SHA-256 of the file as read, as <c>sha256:</c> and lower-case hexadecimal digits.</param>
/// <param name="Location">Where it begins.</param>
public sealed record RuleSet(
    string Id,
    string Title,
    string Authority,
    Standing Standing,
    ImmutableArray<Place> Jurisdictions,
    string Summary,
    ImmutableArray<Source> Sources,
    ImmutableArray<InForcePeriod> InForce,
    ImmutableArray<UnresolvedPeriod> Unresolved,
    ImmutableArray<Parameter> Parameters,
    ImmutableArray<Rule> Rules,
    ImmutableArray<string> NotCovered,
    string Digest,
    Location Location)
{
    /// <summary>Which deployments outside its jurisdictions it binds all the same.</summary>
    public ImmutableArray<Reach> Reaches { get; init; } = [];

    /// <summary>Which other texts it sets aside.</summary>
    public ImmutableArray<Preemption> Preempts { get; init; } = [];

    /// <summary>
    /// The provisions of the text that no rule encodes, in the order of the text; default where the author hasn't listed them, which is
    /// another thing than an empty list.
    /// </summary>
    public ImmutableArray<Provision> NotEncoded { get; init; }

    /// <summary>Whether it advises and doesn't bind.</summary>
    public bool IsAdvisory => Standing is Standing.Guidance or Standing.Standard or Standing.Proposal;

    /// <summary>The source with an identifier, or null.</summary>
    /// <param name="id">The identifier.</param>
    public Source? FindSource(string id) => Sources.FirstOrDefault(source => source.Id == id);

    /// <summary>Whether it is in force on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForce(DateOnly day) => InForce.Any(period => period.Period.Contains(day));

    /// <summary>How a text was read at its weakest: of all its sources.</summary>
    public ReadFrom WeakestReading => Sources.Max(source => source.Read);
}
